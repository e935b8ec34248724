package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.PdfFile;

/**
 * A file with one document, but for what differs: the bytes before it, and the table's lines for them.
 *
 * <p>What differs has the numbers 1 (what the file says of itself), 2 (the same as XMP) and then one for each page.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SingleFile(byte[] before, byte[] table, int count) {
    static final SingleFile NONE = new SingleFile(new byte[0], new byte[0], 0);
    static final int INFO = 1;
    static final int METADATA = 2;
    private static final int FIRST_INK = 3;

    /** The bytes of these pages' file. */
    static SingleFile of(List<PageProgram.Page> pages, String language) {
        try {
            var bytes = new ByteArrayOutputStream(64 * 1024);
            var file = new PdfFile(bytes);
            for (var differing = 1; differing < FIRST_INK + pages.size(); differing++) {
                file.reserve();
            }
            new Frame(file).write(pages, language);
            var table = new Bytes();
            for (var number = root(pages.size()); number <= file.count(); number++) {
                PdfFile.entry(table, file.place(number));
            }
            table.text(PdfFile.trailer(file.count(), root(pages.size()), INFO));
            return new SingleFile(bytes.toByteArray(), table.copy(), file.count());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    static int root(int pages) {
        return FIRST_INK + pages;
    }

    static int ink(int page) {
        return FIRST_INK + page;
    }

    /** The catalogue and the pages. */
    private record Frame(PdfFile file) {
        void write(List<PageProgram.Page> pages, String language) throws IOException {
            var root = file.reserve();
            var tree = file.reserve();
            var kids = new StringBuilder();
            for (var page = 0; page < pages.size(); page++) {
                var number = file.reserve();
                kids.append(number).append(" 0 R ");
                page(number, tree, pages.get(page), page);
            }
            file.object(
                    tree,
                    "<</Type/Pages/Count " + pages.size() + "/Kids["
                            + kids.toString().strip() + "]>>");
            file.object(root, Catalogue.of(file, tree, METADATA, language));
        }

        private void page(int number, int tree, PageProgram.Page page, int place) throws IOException {
            var ground = file.number(page.ground());
            var resources = file.number(page.resources());
            file.object(
                    number,
                    "<</Type/Page/Parent " + tree + " 0 R/MediaBox" + page.ink().size() + "/Resources " + resources
                            + " 0 R/Contents[" + ground + " 0 R " + ink(place) + " 0 R]>>");
        }
    }
}
