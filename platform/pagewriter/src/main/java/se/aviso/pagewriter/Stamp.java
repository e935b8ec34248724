package se.aviso.pagewriter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.Identity;
import se.aviso.pagewriter.file.Part;
import se.aviso.pagewriter.file.PdfFile;

/** One document stamped on its compiled pages: what differs, compressed, and what the file says of itself. */
final class Stamp {
    private static final int ID_BYTES = 16;

    private final PageProgram program;
    private final List<Layer> layers;
    private final String palette;
    private final List<byte[]> inks = new ArrayList<>();
    private final Identity identity;

    private Stamp(Shapes.Found found, Content content, Identity identity) {
        this.program = found.program();
        this.layers = found.layers();
        this.palette =
                program.inks().names().isEmpty() ? "null" : program.inks().palette(content.inks());
        this.identity = identity;
    }

    /**
     * What came of it: a stamp, or why there is none.
     *
     * @param leaf the text for which there is none
     */
    record Outcome(
            @Nullable Stamp stamp,
            @Nullable Cause cause,
            @Nullable Path leaf) {
        static Outcome of(Cause cause) {
            return new Outcome(null, cause, null);
        }
    }

    /** Stamps a document, or says why that cannot be. */
    static Outcome of(Shapes.Asked asked, Shapes.Found found, Pen pen) {
        var program = found.program();
        if (program.refusal() != null) {
            return Outcome.of(program.refusal());
        }
        var model = asked.model(program.dealt());
        for (var fixed : program.fixed().entrySet()) {
            if (!fixed.getKey().in(model).equals(fixed.getValue())) {
                return Outcome.of(new Cause(Fallback.STYLE, fixed.getKey().told()));
            }
        }
        var texts = new String[program.leaves().size()];
        for (var leaf = 0; leaf < texts.length; leaf++) {
            texts[leaf] = program.leaves().get(leaf).in(model, found.broken());
        }
        var content = asked.content();
        var stamp = new Stamp(found, content, identity(program, texts, content.day()));
        for (var page : program.pages()) {
            var cause = pen.draw(page.ink(), texts, program, content);
            if (cause != null) {
                return new Outcome(
                        null, cause, program.leaves().get(pen.refused()).whole());
            }
            var length = pen.pack();
            stamp.inks.add(Arrays.copyOf(pen.packed(), length));
        }
        return new Outcome(stamp, null, null);
    }

    PageProgram program() {
        return program;
    }

    /** The compressed ink of a page. */
    byte[] ink(int page) {
        return inks.get(page);
    }

    /** What is the document's own, by the names of its places on the pages. */
    Map<String, Part> own() {
        var own = new HashMap<String, Part>();
        for (var layer = 0; layer < layers.size(); layer++) {
            own.put(PageProgram.layer(layer), layers.get(layer).drawing());
        }
        own.put(Inks.PALETTE, new Part.Draft().text(palette).done());
        return own;
    }

    /** The stamp as a file of its own. */
    byte[] file(Pen pen) {
        var single = program.file();
        var differing = pen.differing().clear();
        var places = pen.places().clear();
        var start = single.before().length;
        begin(differing, places, start, SingleFile.INFO);
        identity.info(differing);
        end(differing);
        begin(differing, places, start, SingleFile.METADATA);
        identity.metadata(differing);
        end(differing);
        for (var page = 0; page < inks.size(); page++) {
            begin(differing, places, start, SingleFile.ink(page));
            stream(differing, inks.get(page));
            end(differing);
        }
        var rest = new Overlay(single, differing, inks.size());
        var id = id(pen, rest.write(layers, palette, places));
        var table = start + differing.length();
        differing.text("xref\n0 ").number(rest.count() + 1).text("\n0000000000 65535 f \n");
        differing.put(places.array(), places.length()).put(single.table());
        rest.entries(differing);
        differing.text(PdfFile.trailer(rest.count(), single.root(), SingleFile.INFO));
        id(differing.put('<'), id);
        id(differing.text("><"), id);
        differing.text(">]>>\nstartxref\n").number(table).text("\n%%EOF\n");
        var whole = new byte[start + differing.length()];
        System.arraycopy(single.before(), 0, whole, 0, start);
        System.arraycopy(differing.array(), 0, whole, start, differing.length());
        return whole;
    }

    /** A layer's hash says all of it. */
    private byte[] id(Pen pen, int length) {
        var digest = pen.digest();
        digest.update(program.file().table());
        digest.update(pen.differing().array(), 0, length);
        digest.update(palette.getBytes(StandardCharsets.US_ASCII));
        for (var layer : layers) {
            digest.update(layer.drawing().key().getBytes(StandardCharsets.US_ASCII));
        }
        return digest.digest();
    }

    private static void id(Bytes into, byte[] digest) {
        for (var i = 0; i < ID_BYTES; i++) {
            into.hex(digest[i]);
        }
    }

    /** A compressed stream. */
    static void stream(Bytes into, byte[] packed) {
        into.text("<</Filter/FlateDecode/Length ").number(packed.length).text(">>stream\n");
        into.put(packed).text("\nendstream");
    }

    private static Identity identity(PageProgram program, String[] texts, LocalDate day) {
        var sayings = program.sayings();
        return new Identity(
                sayings.title().with(texts),
                sayings.author().with(texts),
                sayings.subject().with(texts),
                day);
    }

    private static void begin(Bytes into, Bytes places, int start, int number) {
        PdfFile.entry(places, (long) start + into.length());
        into.number(number).text(" 0 obj\n");
    }

    private static void end(Bytes into) {
        into.text("\nendobj\n");
    }
}
