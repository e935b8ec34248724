package se.aviso.pagewriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What can be read on the pages of a document. */
public final class PageText {
    private PageText() {}

    /**
     * All texts on its pages; what stands beyond their edges is none.
     *
     * @param pdf one of our own documents
     * @throws UncheckedIOException when it is no PDF
     */
    public static String of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new Reader().getText(document);
        } catch (IOException noPdf) {
            throw new UncheckedIOException(noPdf);
        }
    }

    /** Reads nothing that would not be printed. */
    private static final class Reader extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition text) {
            var isOnPage = text.getX() >= 0
                    && text.getY() >= 0
                    && text.getX() <= text.getPageWidth()
                    && text.getY() <= text.getPageHeight();
            if (isOnPage) {
                super.processTextPosition(text);
            }
        }
    }
}
