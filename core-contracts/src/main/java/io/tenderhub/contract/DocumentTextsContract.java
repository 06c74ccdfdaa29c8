package io.tenderhub.contract;

import static io.tenderhub.contract.SampleDocuments.docx;
import static io.tenderhub.contract.SampleDocuments.pdf;
import static io.tenderhub.contract.SampleDocuments.utf8;
import static io.tenderhub.contract.SampleDocuments.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tenderhub.document.DocumentPart;
import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentTexts;
import io.tenderhub.document.DocumentType;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.document.SkippedPart;
import io.tenderhub.failure.UnreadableDocumentException;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link DocumentTexts} keeps, whatever reads the documents. */
public abstract class DocumentTextsContract {

    protected abstract DocumentTexts texts();

    @Test
    void readsThePagesOfAPdf() {
        DocumentText text =
                texts().read(GivenDocument.ofFile("bid.pdf", pdf("Bids close on 27 March", "Brücken über Flüsse")));

        assertThat(text.type()).isEqualTo(DocumentType.PDF);
        assertThat(text.parts()).hasSize(1);
        assertThat(text.parts().get(0).pages()).isEqualTo(OptionalInt.of(2));
        assertThat(text.text()).containsSubsequence("Bids close on 27 March", "Brücken über Flüsse");
        assertThat(text.truncated()).isFalse();
    }

    @Test
    void readsTheParagraphsOfADocx() {
        DocumentText text =
                texts().read(GivenDocument.ofFile("bid.docx", docx("Repairs to the roof", "Größe: 450 m²")));

        assertThat(text.type()).isEqualTo(DocumentType.DOCX);
        assertThat(text.text().lines()).containsExactly("Repairs to the roof", "Größe: 450 m²");
    }

    @Test
    void readsPlainTextOfWhichNothingIsSaid() {
        DocumentText text =
                texts().read(new GivenDocument("", Optional.empty(), utf8("Supply of chairs, größtenteils")));

        assertThat(text.name()).isEqualTo("document");
        assertThat(text.type()).isEqualTo(DocumentType.TEXT);
        assertThat(text.text()).isEqualTo("Supply of chairs, größtenteils");
    }

    @Test
    void readsAnArchiveInItsOrderAndTellsWhatItSkipped() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("terms/conditions.docx", docx("Late bids are refused"));
        files.put("photo.png", SampleDocuments.PNG);
        files.put("../../notice.txt", utf8("Closing at noon"));

        DocumentText text = texts().read(GivenDocument.ofFile("bid.zip", zip(files)));

        assertThat(text.type()).isEqualTo(DocumentType.ZIP);
        assertThat(text.parts()).extracting(DocumentPart::name).containsExactly("terms/conditions.docx", "notice.txt");
        assertThat(text.text()).isEqualTo("Late bids are refused\n\nClosing at noon");
        assertThat(text.skipped())
                .extracting(SkippedPart::name, SkippedPart::reason)
                .containsExactly(tuple("photo.png", Reason.UNSUPPORTED_TYPE));
    }

    static Stream<Arguments> documentsThatAreRefused() {
        return Stream.of(
                arguments("scan.pdf", "", SampleDocuments.PNG, Reason.NOT_WHAT_IT_SAYS),
                arguments("words.pdf", "", utf8("no PDF at all"), Reason.NOT_WHAT_IT_SAYS),
                arguments("bid.docx", "", pdf("a"), Reason.NOT_WHAT_IT_SAYS),
                arguments("", "application/pdf", docx("a"), Reason.NOT_WHAT_IT_SAYS),
                arguments("bid.pdf", "image/png", pdf("a"), Reason.NOT_WHAT_IT_SAYS),
                arguments("photo.png", "", SampleDocuments.PNG, Reason.UNSUPPORTED_TYPE),
                arguments("", "", SampleDocuments.PNG, Reason.UNSUPPORTED_TYPE),
                arguments("large.txt", "", new byte[GivenDocument.MOST_BYTES + 1], Reason.TOO_LARGE),
                arguments("bid.zip", "", zip(Map.of("photo.png", SampleDocuments.PNG)), Reason.UNSUPPORTED_TYPE),
                arguments("bid.docx", "", new byte[] {'P', 'K', 3, 4, 0, 0}, Reason.DAMAGED),
                arguments("bid.txt", "", new byte[0], Reason.NO_TEXT),
                arguments("bid.txt", "", utf8(" \n --- \n"), Reason.NO_TEXT),
                arguments("bid.docx", "", docx(" "), Reason.NO_TEXT));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @MethodSource("documentsThatAreRefused")
    void refusesWithTheReason(String name, String mediaType, byte[] content, Reason reason) {
        GivenDocument document =
                new GivenDocument(name, Optional.of(mediaType).filter(type -> !type.isEmpty()), content);

        UnreadableDocumentException refusal =
                catchThrowableOfType(UnreadableDocumentException.class, () -> texts().read(document));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.document()).isEqualTo(document.name());
        assertThat(refusal).hasMessage(document.name() + " can't be read: " + refusal.detail());
    }

    @Test
    void readsForManyAtOnce() throws Exception {
        List<String> read = Simultaneously.run(
                4,
                i -> () -> texts().read(GivenDocument.ofFile("bid.docx", docx("Bid number " + i)))
                        .text());

        assertThat(read).containsExactly("Bid number 0", "Bid number 1", "Bid number 2", "Bid number 3");
    }
}
