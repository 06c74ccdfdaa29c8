package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Takes the text out of one PDF. What a PDF makes of the memory and the time is bounded by the process that this runs in, for the
 * library unpacks streams without a bound.
 */
final class PdfText {
    private PdfText() {}

    /**
     * Writes the text, page by page.
     *
     * @return how many pages it has
     * @throws BoundedText.FullException when there is more text than is taken; of the pages nothing is known then
     */
    static int read(byte[] pdf, int mostPages, BoundedText text) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new RefusedException(Reason.ENCRYPTED, "its author forbade to take the text out");
            }
            int pages = document.getNumberOfPages();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\n\n");
            stripper.setEndPage(mostPages);
            stripper.writeText(document, text);
            return pages;
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Reason.ENCRYPTED, "it takes a password to open it");
        } catch (RefusedException | BoundedText.FullException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library fails in many ways on what breaks the format; all of them say the same of the document.
            throw new RefusedException(Reason.DAMAGED, "it breaks the rules of PDF");
        }
    }
}
