package io.tenderhub.documents;

import static io.tenderhub.contract.SampleDocuments.docxOf;
import static io.tenderhub.contract.SampleDocuments.utf8;
import static io.tenderhub.contract.SampleDocuments.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentType;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxTextTest {
    private static final String WORD = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @Test
    void aRowOfATableIsALineWithTabsBetweenItsCells() throws RefusedException {
        String body = "<w:p><w:r><w:t>Dates</w:t></w:r></w:p><w:tbl>"
                + row(cell("Briefing", "compulsory"), cell("12 March 2026"))
                + row(cell("Closing"), cell("27 March 2026"))
                + "</w:tbl><w:p><w:r><w:t>After</w:t></w:r></w:p>";

        assertThat(lines(docxOf(body, Map.of())))
                .containsExactly("Dates", "Briefing compulsory \t12 March 2026", "Closing \t27 March 2026", "After");
    }

    @Test
    void aTableWithinACellStaysInItsLine() throws RefusedException {
        String inner = "<w:tc><w:tbl>" + row(cell("a"), cell("b")) + row(cell("c")) + "</w:tbl><w:p/></w:tc>";

        assertThat(lines(docxOf("<w:tbl>" + row(inner, cell("d")) + "</w:tbl>", Map.of())))
                .hasSize(1)
                .first()
                .asString()
                .matches("a\\s+b\\s+c\\s+d");
    }

    @Test
    void itemsOfListsAreMarked() throws RefusedException {
        String item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>Tax pin</w:t></w:r></w:p>";
        String none = item.replace("\"3\"", "\"0\"");

        assertThat(lines(docxOf(item + none, Map.of()))).containsExactly("• Tax pin", "Tax pin");
    }

    @Test
    void headersComeBeforeTheBodyAndNotesAndFootersAfterItEachOnce() throws RefusedException {
        Map<String, String> others = Map.of(
                "header1", paragraph("Bid 12/2026"),
                "header2", paragraph("Bid 12/2026"),
                "footnotes", "<w:footnote>" + paragraph("As gazetted") + "</w:footnote>",
                "footer1", paragraph("Initials"));

        assertThat(lines(docxOf(paragraph("Repairs"), others)).stream().filter(line -> !line.isEmpty()))
                .containsExactly("Bid 12/2026", "Repairs", "As gazetted", "Initials");
    }

    @Test
    void whatAReaderDoesNotSeeIsLeftOut() throws RefusedException {
        String body = "<w:p>"
                + "<w:r><w:t>Seen</w:t></w:r>"
                + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
                + "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
                + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
                + "<mc:AlternateContent><mc:Choice><w:r><w:t> once</w:t></w:r></mc:Choice>"
                + "<mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent>"
                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t>"
                + "<w:noBreakHyphen/></w:r><w:ins><w:r><w:t>z &amp; ü</w:t></w:r></w:ins><m:oMath><m:r><m:t>E</m:t></m:r></m:oMath>"
                + "</w:p>";

        assertThat(lines(docxOf(body, Map.of()))).containsExactly("Seen once\tx", "y-z & üE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE w:document>"
            })
    void aDocumentTypeIsRefused(String declaration) {
        String xml = declaration + "<w:document" + WORD + "><w:p><w:r><w:t>text</w:t></w:r></w:p></w:document>";

        assertThat(refusal(Attacks.docxOf(xml)).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void noFileAndNoAddressIsEverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(1);
            List<String> places =
                    List.of(secret.toUri().toString(), "http://127.0.0.1:" + listening.getLocalPort() + "/secret");
            for (String place : places) {
                String xml = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + place + "\"><!ENTITY % y SYSTEM \"" + place
                        + "\"> %y;]><w:document" + WORD + "><w:p><w:r><w:t>text &x;</w:t></w:r></w:p></w:document>";
                assertThat(refusal(Attacks.docxOf(xml)).detail()).doesNotContain("secret");
            }
            assertThat(catchThrowableOfType(SocketTimeoutException.class, listening::accept))
                    .as("nobody came")
                    .isNotNull();
        }
    }

    @Test
    void elementsThatAreNestedWithoutEndAreRefused() {
        String xml = "<w:document" + WORD + ">" + "<w:p>".repeat(400_000);

        assertThat(refusal(Attacks.docxOf(xml)).detail()).contains("nested too deeply");
    }

    @Test
    void aDocxWhoseTextIsMissingOrNoXmlIsDamaged() {
        assertThat(refusal(Attacks.docxOf("<w:document" + WORD + "><w:p>")).reason())
                .isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Attacks.docxOf("no XML at all")).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(zip(Map.of("[Content_Types].xml", utf8("<Types/>")))).reason())
                .isEqualTo(Reason.DAMAGED);
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String cell(String... paragraphs) {
        StringBuilder cell = new StringBuilder("<w:tc><w:tcPr/>");
        for (String text : paragraphs) {
            cell.append(paragraph(text));
        }
        return cell + "</w:tc>";
    }

    private static List<String> lines(byte[] docx) throws RefusedException {
        return read(docx).text().lines().toList();
    }

    private static DocumentText read(byte[] docx) throws RefusedException {
        return new DocumentReader(Limits.STANDARD).read("a.docx", DocumentType.DOCX, docx);
    }

    private static RefusedException refusal(byte[] docx) {
        return catchThrowableOfType(RefusedException.class, () -> read(docx));
    }
}
