package se.aviso.pagewriter.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One object of a PDF file: its bytes, with gaps where the numbers of other parts will stand. Two parts of the same
 * content are the same part, whoever made them, so a font stands once in a file of ten thousand pages.
 */
public final class Part {
    private final String key;
    private final List<byte[]> texts;
    private final List<Part> references;
    private boolean isShared;

    private Part(String key, List<byte[]> texts, List<Part> references) {
        this.texts = List.copyOf(texts);
        this.references = List.copyOf(references);
        this.key = key;
    }

    /** A place for an object that is another in each file; {@link #filled} puts it there, or a file binds it. */
    public static Part place(String name) {
        return new Part(name, List.of(new byte[0]), List.of());
    }

    /** The part with other parts in the places that it refers to. */
    public Part filled(Map<String, Part> places) {
        var filled = references.stream()
                .map(part -> places.getOrDefault(part.key, part))
                .toList();
        return filled.equals(references) ? this : new Part(key(texts, filled), texts, filled);
    }

    /** How many bytes it has, those of parts that it refers to among them where they are no typefaces. */
    public long weight() {
        return texts.stream().mapToLong(text -> text.length).sum()
                + references.stream()
                        .filter(part -> !part.isShared)
                        .mapToLong(Part::weight)
                        .sum();
    }

    /** The same part, which is kept elsewhere too and so has no weight of its own. */
    public Part shared() {
        isShared = true;
        return this;
    }

    /** The hash of all that the part says, parts that it refers to among it. */
    public String key() {
        return key;
    }

    /** One more text than {@link #references}. */
    public List<byte[]> texts() {
        return texts;
    }

    /** What it refers to. */
    public List<Part> references() {
        return references;
    }

    /** A stream with these bytes, compressed. */
    public static Part stream(String entries, byte[] plain) {
        var compressed = Deflate.of(plain);
        return new Draft()
                .text("<<" + entries + "/Filter/FlateDecode/Length " + compressed.length + ">>stream\n")
                .bytes(compressed)
                .text("\nendstream")
                .done();
    }

    private static String key(List<byte[]> texts, List<Part> references) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var i = 0; i < texts.size(); i++) {
                digest.update(texts.get(i));
                digest.update(
                        i < references.size() ? references.get(i).key.getBytes(StandardCharsets.UTF_8) : new byte[1]);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A part in the making. */
    public static final class Draft {
        private final Bytes open = new Bytes();
        private final List<byte[]> texts = new ArrayList<>();
        private final List<Part> references = new ArrayList<>();

        public Draft text(String ascii) {
            open.text(ascii);
            return this;
        }

        public Draft bytes(byte[] more) {
            open.put(more);
            return this;
        }

        /** The number of another part, as a reference. */
        public Draft reference(Part other) {
            texts.add(open.copy());
            open.clear();
            references.add(other);
            open.text(" 0 R");
            return this;
        }

        public Part done() {
            texts.add(open.copy());
            return new Part(key(texts, references), texts, references);
        }
    }
}
