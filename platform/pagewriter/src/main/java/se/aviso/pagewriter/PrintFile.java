package se.aviso.pagewriter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.CosParts;
import se.aviso.pagewriter.file.Identity;
import se.aviso.pagewriter.file.Part;
import se.aviso.pagewriter.file.PdfFile;

/**
 * Many documents in one file, for a print house: fonts, pictures and what the documents have in common stand in it
 * once.
 *
 * <p>A life: documents are added one by one and are in the stream at once, so a file of any length takes little memory;
 * {@link #close} writes where the pages are. The same documents in the same order make the same bytes. Not thread-safe.
 */
public final class PrintFile implements AutoCloseable {
    private static final int PAGES_IN_A_BRANCH = 100;

    private final PdfFile file;
    private final PressRoom room;
    private final Identity identity;
    private final Bytes object = new Bytes();
    private final List<Integer> branches = new ArrayList<>();
    private final List<Integer> branch = new ArrayList<>();
    private final int tree;
    private int branchNumber;
    private int pages;
    private String language = "";

    /**
     * Begins a file.
     *
     * @param room whose fonts the templates use
     * @param out is written to as documents come, and not closed
     * @param day becomes the file's time of creation
     */
    public PrintFile(PressRoom room, OutputStream out, String title, LocalDate day) throws IOException {
        this.room = room;
        this.file = new PdfFile(out);
        this.identity = new Identity(title, "", "", day);
        this.tree = file.reserve();
        this.branchNumber = file.reserve();
    }

    /** Adds a document and tells its pages. */
    public PageRange add(PageTemplate template, Content content, @Nullable Rows rows) {
        return room.write(pen -> {
            var made = template.make(content, rows, pen);
            return made.stamp() == null ? add(made.laidOut()) : add(made.stamp());
        });
    }

    /** Adds a document that is a file already, such as one that was attached, and tells its pages. */
    public PageRange add(byte[] pdf) {
        var first = pages + 1;
        try (var document = Loader.loadPDF(pdf)) {
            var parts = new CosParts();
            for (var page : document.getPages()) {
                add(page, parts);
            }
            return new PageRange(first, pages);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private PageRange add(Stamp stamp) {
        var first = pages + 1;
        try {
            var program = stamp.program();
            language = language.isEmpty() ? program.sayings().language() : language;
            var own = stamp.own();
            for (var place = 0; place < program.pages().size(); place++) {
                var page = program.pages().get(place);
                var ink = file.reserve();
                Stamp.stream(object.clear(), stamp.ink(place));
                file.object(ink, object.array(), object.length());
                page(
                        page.resources().filled(own),
                        page.ink().size(),
                        file.number(page.ground()) + " 0 R " + ink + " 0 R");
            }
            return new PageRange(first, pages);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private void add(PDPage page, CosParts parts) throws IOException {
        byte[] drawn;
        try (var contents = page.getContents()) {
            drawn = contents.readAllBytes();
        }
        var box = page.getMediaBox();
        var ground = file.number(Part.stream("", drawn));
        page(
                parts.of(page.getResources().getCOSObject()),
                "[0 0 " + box.getWidth() + " " + box.getHeight() + "]",
                ground + " 0 R");
    }

    private void page(Part resources, String size, String contents) throws IOException {
        var number = file.reserve();
        object.clear()
                .text("<</Type/Page/Parent ")
                .number(branchNumber)
                .text(" 0 R/MediaBox")
                .text(size)
                .text("/Resources ")
                .number(file.number(resources))
                .text(" 0 R/Contents[")
                .text(contents)
                .text("]>>");
        file.object(number, object.array(), object.length());
        branch.add(number);
        pages++;
        if (branch.size() == PAGES_IN_A_BRANCH) {
            endBranch();
            branchNumber = file.reserve();
        }
    }

    private void endBranch() throws IOException {
        file.object(
                branchNumber,
                "<</Type/Pages/Parent " + tree + " 0 R/Count " + branch.size() + "/Kids[" + references(branch) + "]>>");
        branches.add(branchNumber);
        branch.clear();
    }

    private static String references(List<Integer> numbers) {
        var references = new StringBuilder();
        numbers.forEach(number -> references.append(number).append(" 0 R "));
        return references.toString().strip();
    }

    /** How many bytes there are so far. */
    public long bytes() {
        return file.written();
    }

    /** Writes where the pages are. */
    @Override
    public void close() throws IOException {
        if (branch.isEmpty() && !branches.isEmpty()) {
            file.object(branchNumber, "null");
        } else {
            endBranch();
        }
        file.object(tree, "<</Type/Pages/Count " + pages + "/Kids[" + references(branches) + "]>>");
        var metadata = file.reserve();
        identity.metadata(object.clear());
        file.object(metadata, object.array(), object.length());
        var info = file.reserve();
        identity.info(object.clear());
        file.object(info, object.array(), object.length());
        var root = file.reserve();
        file.object(root, Catalogue.of(file, tree, metadata, language));
        var said = identity + " " + file.written() + " " + pages;
        var id = HexFormat.of().formatHex(Digest.of(said.getBytes(StandardCharsets.UTF_8)), 0, 16);
        file.finish(root, info, id);
    }
}
