package io.tenderhub.documents;

import static io.tenderhub.contract.SampleDocuments.pdfOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.contract.SampleDocuments;
import io.tenderhub.document.DocumentPart;
import io.tenderhub.document.DocumentType;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PDF as the process reads them; here without the process. */
class PdfTextTest {

    @BeforeAll
    static void searchNoFontsOnThisMachine() {
        FontMappers.set(new BundledFont());
    }

    @Test
    void textInAFontThatThePdfBringsAlongIsRead() throws IOException {
        byte[] pdf = written("Instandsetzung der Brücken – 12 000 €", "Žďár, Łódź, Αθήνα, Київ");

        DocumentPart part = read(pdf);

        assertThat(part.text().lines().filter(line -> !line.isEmpty()))
                .containsExactly("Instandsetzung der Brücken – 12 000 €", "Žďár, Łódź, Αθήνα, Київ");
        assertThat(part.pages()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void theCellsOfARowStayInOneLine() throws RefusedException {
        String table = "BT /F1 12 Tf 72 700 Td (Briefing) Tj 200 0 Td (12 March 2026) Tj -200 -20 Td (Closing) Tj"
                + " 200 0 Td (27 March 2026) Tj ET";

        assertThat(read(page(table, "")).text().lines())
                .containsExactly("Briefing 12 March 2026", "Closing 27 March 2026");
    }

    @Test
    void pagesBeyondThoseThatAreTakenAreLeftOut() throws RefusedException {
        String[] pages = new String[30];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = "Page number " + (i + 1);
        }
        Limits few = new Limits(1 << 20, 1 << 20, 100, 10, 1, 20, 10_000);

        DocumentPart part = new DocumentReader(few)
                .read("a.pdf", DocumentType.PDF, SampleDocuments.pdf(pages))
                .parts()
                .get(0);

        assertThat(part.text()).contains("Page number 20").doesNotContain("Page number 21");
        assertThat(part.pages()).isEqualTo(OptionalInt.of(30));
        assertThat(part.truncated()).isTrue();
    }

    @Test
    void aPdfThatTakesAPasswordIsEncrypted() throws IOException {
        assertThat(refusal(encrypted("secret", new AccessPermission())).reason())
                .isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aPdfThatAnybodyMayOpenIsReadUnlessItsAuthorForbadeToTakeTheTextOut() throws IOException {
        AccessPermission noText = new AccessPermission();
        noText.setCanExtractContent(false);
        AccessPermission noChange = new AccessPermission();
        noChange.setCanModify(false);
        noChange.setCanPrint(false);

        assertThat(refusal(encrypted("", noText)).reason()).isEqualTo(Reason.ENCRYPTED);
        assertThat(read(encrypted("", noChange)).text()).isEqualTo("Confidential");
    }

    @Test
    void aPdfThatIsEncryptedForCertificatesIsEncrypted() {
        byte[] pdf = new String(SampleDocuments.pdf("text"), StandardCharsets.ISO_8859_1)
                .replace(
                        "/Root 1 0 R",
                        "/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128"
                                + " /Recipients [(none)] >>")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(pdf).reason()).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void aScanHasNoText() {
        assertThat(refusal(page("0 0 100 100 re f", "")).reason()).isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void aContentThatUnpacksToTenGigabytesIsRefused() {
        RefusedException refusal = refusal(Attacks.pdfOfContent(Attacks.deflated("", ' ', 1_000, "")));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MUCH_INSIDE);
    }

    @Test
    void pagesThatAreTheirOwnParentsOrFollowEachOtherEndlesslyDoNotHoldTheReader() {
        byte[] itsOwn = pdfOf(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>"));
        List<String> levels = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R >>"));
        for (int i = 0; i < 40; i++) {
            levels.add("<< /Type /Pages /Count 99 /Kids [" + (i + 3 + " 0 R ").repeat(10) + "] >>");
        }

        assertThat(refusal(itsOwn).reason()).isIn(Reason.NO_TEXT, Reason.DAMAGED);
        assertThat(refusal(pdfOf(levels)).reason()).isIn(Reason.NO_TEXT, Reason.DAMAGED);
    }

    @Test
    void objectsThatAreNestedWithoutEndAreRefused() {
        for (String open : List.of("[", "<< /A ", "<< /Kids [ ")) {
            byte[] deep = pdfOf(List.of("<< /Type /Catalog /Pages 2 0 R >>", open.repeat(300_000)));

            assertThat(refusal(deep).reason()).isIn(Reason.NO_TEXT, Reason.DAMAGED);
        }
    }

    @Test
    void aTableOfObjectsThatPointsToItselfIsNoEndlessWay() throws RefusedException {
        String pdf = new String(SampleDocuments.pdf("text"), StandardCharsets.ISO_8859_1);
        String place = pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF"));
        byte[] endless =
                pdf.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + place).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(endless).text()).isEqualTo("text");
    }

    @Test
    void bytesThatAreChangedByChanceAreReadOrRefused() throws IOException {
        Random random = new Random(11);
        byte[] whole = written("Bids close on 27 March 2026");
        for (int round = 0; round < 150; round++) {
            byte[] changed = whole.clone();
            for (int i = random.nextInt(20); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(changed).text()).isNotBlank();
            } catch (RefusedException e) {
                assertThat(e.detail()).isNotBlank();
            }
        }
    }

    private static byte[] page(String content, String resources) {
        return pdfOf(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> " + resources
                        + " >> /Contents 5 0 R >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream"));
    }

    private static byte[] written(String... lines) throws IOException {
        try (PDDocument document = document(lines)) {
            return saved(document);
        }
    }

    private static byte[] encrypted(String password, AccessPermission permission) throws IOException {
        try (PDDocument document = document("Confidential")) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, permission);
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        }
    }

    private static PDDocument document(String... lines) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
                PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(PDType0Font.load(document, font), 12);
            content.setLeading(20);
            content.beginText();
            content.newLineAtOffset(72, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static DocumentPart read(byte[] pdf) throws RefusedException {
        return new DocumentReader(Limits.STANDARD)
                .read("a.pdf", DocumentType.PDF, pdf)
                .parts()
                .get(0);
    }

    private static RefusedException refusal(byte[] pdf) {
        return catchThrowableOfType(RefusedException.class, () -> read(pdf));
    }
}
