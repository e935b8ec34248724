package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.Part;
import se.aviso.pagewriter.file.PdfFile;

/**
 * A file with one document, but for what differs: the bytes before it, and the table's lines for them.
 *
 * <p>What differs has the numbers 1 (what the file says of itself), 2 (the same as XMP), one for each page, one for
 * each layer and one for the palette; what a layer needs that is not here comes after all.
 *
 * @param numbers of the parts in it, by their keys
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SingleFile(byte[] before, byte[] table, int count, int root, Map<String, Integer> numbers) {
    static final SingleFile NONE = new SingleFile(new byte[0], new byte[0], 0, 0, Map.of());
    static final int INFO = 1;
    static final int METADATA = 2;
    private static final int FIRST_INK = 3;

    /** The bytes of these pages' file, with room for so many layers and the palette. */
    static SingleFile of(List<PageProgram.Page> pages, int layers, String language) {
        try {
            var bytes = new ByteArrayOutputStream(64 * 1024);
            var file = new PdfFile(bytes);
            var root = FIRST_INK + pages.size() + layers + 1;
            for (var differing = 1; differing < root; differing++) {
                file.reserve();
            }
            for (var layer = 0; layer < layers; layer++) {
                file.bind(Part.place(PageProgram.layer(layer)), layer(pages.size(), layer));
            }
            file.bind(Part.place(Inks.PALETTE), root - 1);
            new Frame(file).write(pages, language);
            var table = new Bytes();
            for (var number = root; number <= file.count(); number++) {
                PdfFile.entry(table, file.place(number));
            }
            return new SingleFile(bytes.toByteArray(), table.copy(), file.count(), root, file.numbers());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    static int ink(int page) {
        return FIRST_INK + page;
    }

    static int layer(int pages, int layer) {
        return FIRST_INK + pages + layer;
    }

    int palette() {
        return root - 1;
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
