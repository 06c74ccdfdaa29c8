package io.tenderhub.documents;

import static io.tenderhub.contract.SampleDocuments.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.tenderhub.contract.SampleDocuments;
import io.tenderhub.contract.Simultaneously;
import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentTexts;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.failure.UnreadableDocumentException;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program keeps to, whatever the process that reads for it meets. */
class DocumentsAdapterTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final DocumentTexts SMALL =
            DocumentsAdapter.builder().heapMegabytes(96).build();
    private static final byte[] ENDLESS = Attacks.pdfOfFormsWithinForms(45);

    @AfterEach
    void noProcessIsLeft() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .noneMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(ReaderMain.class.getName()))
                        .isPresent());
    }

    static Stream<Arguments> whatTakesMoreMemoryThanThereIs() {
        byte[] tenGigabytes = Attacks.deflated("", ' ', 1_000, "");
        byte[] numbers = Attacks.deflated("", '1', 4, "");
        return Stream.of(
                arguments("a form of 10 GB", Attacks.pdfOfForm(tenGigabytes)),
                arguments("a number of 40 million digits", Attacks.pdfOfForm(numbers)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatTakesMoreMemoryThanThereIs")
    void whatTakesMoreMemoryThanThereIsEndsTheProcessAndNotTheProgram(String what, byte[] pdf) {
        long before = THREADS.getCurrentThreadAllocatedBytes();

        UnreadableDocumentException refusal = refusal(SMALL, GivenDocument.ofFile("a.pdf", pdf));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MUCH_INSIDE);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(2L * 1024 * 1024);
    }

    @Test
    void whatTakesTooLongIsEndedAndWhoCannotWaitIsSentAway() throws Exception {
        DocumentTexts oneAtATime = DocumentsAdapter.builder()
                .atOnce(1)
                .patience(Duration.ZERO)
                .deadline(Duration.ofMillis(1_500))
                .build();
        GivenDocument endless = GivenDocument.ofFile("endless.pdf", ENDLESS);

        List<Throwable> failures = Simultaneously.run(2, i -> () -> catchThrowable(() -> oneAtATime.read(endless)));

        assertThat(failures)
                .hasAtLeastOneElementOfType(UnavailableException.class)
                .anySatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                UnreadableDocumentException.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_SLOW)));
        assertThatThrownBy(() -> oneAtATime.read(endless))
                .as("the place is free again")
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void noMoreWaitThanMay() throws Exception {
        DocumentTexts nobodyWaits = DocumentsAdapter.builder()
                .atOnce(1)
                .waiting(0)
                .patience(Duration.ofSeconds(60))
                .deadline(Duration.ofMillis(1_500))
                .build();
        GivenDocument endless = GivenDocument.ofFile("endless.pdf", ENDLESS);

        List<Throwable> failures = Simultaneously.run(2, i -> () -> catchThrowable(() -> nobodyWaits.read(endless)));

        assertThat(failures)
                .hasAtLeastOneElementOfType(UnavailableException.class)
                .hasAtLeastOneElementOfType(UnreadableDocumentException.class);
        assertThatThrownBy(() -> nobodyWaits.read(endless))
                .as("the place is free again")
                .isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void whatIsNotReadIsRefusedWithoutAProcess() {
        byte[] workbook =
                SampleDocuments.zip(Map.of("[Content_Types].xml", utf8("<Types/>"), "xl/workbook.xml", utf8("<x/>")));
        byte[] oldOffice = bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(500));
        byte[] encryptedOffice = new byte[600];
        System.arraycopy(oldOffice, 0, encryptedOffice, 0, oldOffice.length);
        byte[] entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(entry, 0, encryptedOffice, 540, entry.length);
        DocumentTexts none =
                DocumentsAdapter.builder().deadline(Duration.ofMillis(1)).build();

        assertThat(refusal(none, GivenDocument.ofFile("bid.docx", workbook)).detail())
                .isEqualTo("its name ends in .docx, but it is an Excel workbook");
        assertThat(refusal(none, GivenDocument.ofFile("bid.docx", bytes("MZ\0\0\3")))
                        .reason())
                .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
        assertThat(refusal(none, GivenDocument.ofFile("bid.doc", oldOffice)).reason())
                .isEqualTo(Reason.UNSUPPORTED_TYPE);
        assertThat(refusal(none, GivenDocument.ofFile("bid.docx", encryptedOffice))
                        .reason())
                .isEqualTo(Reason.ENCRYPTED);
        assertThat(refusal(none, GivenDocument.ofFile("bid.pdf", encryptedOffice))
                        .reason())
                .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
        assertThat(refusal(none, GivenDocument.ofFile("a.zip", Attacks.overlapping(150_000, new byte[0])))
                        .reason())
                .isEqualTo(Reason.TOO_MUCH_INSIDE);
        assertThat(refusal(none, GivenDocument.ofFile("page", utf8("<!DOCTYPE html><p>x")))
                        .detail())
                .contains("an HTML page");
    }

    @Test
    void aTypeThatIsDeclaredIsComparedAndOneThatSaysNothingIsPassedOver() {
        byte[] text = utf8("Bids close at noon");

        assertThat(read("notes", "application/octet-stream", text).text()).isEqualTo("Bids close at noon");
        assertThat(read("Tender 12.2026", "text/plain; charset=utf-8", text).name())
                .isEqualTo("Tender 12.2026");
        assertThatThrownBy(() -> read("notes.txt", "application/json", text)).hasMessageContaining("declared");
    }

    @Test
    void plainTextIsReadAsItIsWritten() {
        String text = "Größe – 12 m²";

        for (String encoding : List.of("UTF-8", "UTF-16", "windows-1252")) {
            assertThat(read("a.txt", "text/plain", text.getBytes(Charset.forName(encoding)))
                            .text())
                    .isEqualTo(text);
        }
        assertThat(read("a.txt", "", utf8("\ufeffone  \r\n\r\n\r\n\r\ntwo\r\n")).text())
                .isEqualTo("one\n\ntwo");
    }

    @Test
    void onlyOptionsThatMakeSenseAreTaken() {
        assertThatThrownBy(() -> DocumentsAdapter.builder().atOnce(0).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> DocumentsAdapter.builder().deadline(Duration.ZERO).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DocumentText read(String name, String mediaType, byte[] content) {
        return SMALL.read(new GivenDocument(name, Optional.of(mediaType), content));
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static UnreadableDocumentException refusal(DocumentTexts texts, GivenDocument document) {
        return catchThrowableOfType(UnreadableDocumentException.class, () -> texts.read(document));
    }
}
