package se.aviso.app.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import se.aviso.spi.dispatch.PrintBatch;

/**
 * Many documents as one file for a printer, and where each of them stands in it.
 *
 * <p>The only place that knows how such a file is made: here finished documents are laid one behind the other.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two files
record PrintFile(byte[] pdf, List<PrintBatch.Pages> pages) {
    PrintFile {
        pages = List.copyOf(pages);
    }

    /** The file of those documents, in their order. */
    static PrintFile of(List<byte[]> documents) {
        try {
            var merger = new PDFMergerUtility();
            var whole = new ByteArrayOutputStream();
            merger.setDestinationStream(whole);
            var pages = new ArrayList<PrintBatch.Pages>();
            var next = 1;
            for (var document : documents) {
                var count = pages(document);
                pages.add(new PrintBatch.Pages(next, next + count - 1));
                next += count;
                merger.addSource(new RandomAccessReadBuffer(document));
            }
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return new PrintFile(whole.toByteArray(), pages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable); // our own documents
        }
    }

    private static int pages(byte[] document) throws IOException {
        try (var read = Loader.loadPDF(document)) {
            return read.getNumberOfPages();
        }
    }
}
