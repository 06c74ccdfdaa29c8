package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
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
    static int read(byte[] pdf, Limits limits, BoundedText text) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new RefusedException(Reason.ENCRYPTED, "its author forbade to take the text out");
            }
            int pages = document.getNumberOfPages();
            PDFTextStripper stripper = new PageByPage(limits);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\n\n");
            stripper.setEndPage(limits.pages());
            stripper.writeText(document, text);
            return pages;
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Reason.ENCRYPTED, "it takes a password to open it");
        } catch (NoClassDefFoundError e) {
            // What opens PDF that are encrypted for certificates is not there, as nobody's certificates are.
            throw new RefusedException(Reason.ENCRYPTED, "it takes a certificate to open it");
        } catch (RefusedException | BoundedText.FullException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library fails in many ways on what breaks the format; all of them say the same of the document.
            throw new RefusedException(Reason.DAMAGED, "it breaks the rules of PDF");
        }
    }

    /** Refuses pages that unpack to too much, which others would only be when their time is over. */
    private static final class PageByPage extends PDFTextStripper {
        private static final int PIECE = 64 * 1024;
        private final Limits limits;

        private PageByPage(Limits limits) {
            this.limits = limits;
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            Budget ofPage = new Budget(limits);
            for (Iterator<PDStream> contents = page.getContentStreams(); contents.hasNext(); ) {
                COSStream content = contents.next().getCOSObject();
                if (COSName.FLATE_DECODE.equals(content.getFilters())) {
                    InputStream packed = content.createRawInputStream();
                    unpack(ofPage.counted(new FlateFilterDecoderStream(packed), content.getLength()));
                }
            }
            super.processPage(page);
        }

        private static void unpack(InputStream content) throws IOException {
            byte[] piece = new byte[PIECE];
            try (content) {
                while (content.read(piece) >= 0) {
                    // Only how much it is matters.
                }
            }
        }
    }
}
