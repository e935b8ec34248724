package se.aviso.pagewriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * Cuts files at the bounds of their objects into what many have alike, such as fonts, the profile of colours, pictures
 * and the ground of a page, and what is a document's own. Thread-safe.
 *
 * <p>A stamped file has all that its pages have alike before its first object, and what is its seller's among the
 * others. Of one that was laid out only fonts, pictures and profiles are taken for alike, for a page says its
 * document's words. What is cut badly costs room, and changes no byte of the whole.
 */
public final class FileCutter {
    private static final long MOST_REMEMBERED = 8_000_000;

    /** Shorter ones are not worth a row of their own. */
    private static final int LONG = 1_500;

    private static final int SELLERS_LONG = 300;

    /** How far into an object its dictionary is looked for. */
    private static final int DICTIONARY = 1_000;

    private static final byte[] STREAM = ascii("stream");
    private static final byte[] BEGUN = ascii("obj\n");
    private static final byte[] SAID = ascii("<?xpacket begin");
    private static final byte[] SAID_FIRST = ascii("<xmp:CreateDate>");
    private static final byte[] SAID_LAST = ascii("</rdf:Description></rdf:RDF>");
    private static final byte[] SAID_END = ascii("endstream");
    private static final List<byte[]> ALIKE = List.of(
            ascii("/Length1 "), ascii("/Subtype /Image"), ascii("/Subtype/Image"), ascii("/N 3"), ascii("/Form"));

    /** A code of squares, whatever is written in it, is a document's own. */
    private static final List<byte[]> OWN = List.of(ascii("/BitsPerComponent 1\n"), ascii("/BitsPerComponent 1/"));

    private final Map<Long, FileShape.Part> remembered = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    /** A file as what it has alike with others and what is its own, gap by gap. */
    public record Cut(FileShape shape, List<byte[]> own) {
        public Cut {
            own = List.copyOf(own);
        }
    }

    /** Cuts it. */
    public Cut cut(byte[] pdf) {
        var places = FilePlaces.of(pdf);
        var knife = new Knife(pdf);
        if (places.isKnown()) {
            var before = places.before();
            var start = before.isEmpty() ? 0 : places.places()[1];
            knife.ground(objects(places, 0, start));
            knife.own(objects(places, start, places.table()));
            if (!before.isEmpty()) {
                knife.own(places.line(before.from()));
                knife.alike(places.line(before.to()));
            }
        }
        knife.own(pdf.length);
        return new Cut(FileShape.of(knife.parts), knife.own);
    }

    /** Goes through a file from its beginning. */
    private final class Knife {
        private final byte[] pdf;
        private final List<Optional<FileShape.Part>> parts = new ArrayList<>();
        private final List<byte[]> own = new ArrayList<>();
        private int at;

        Knife(byte[] pdf) {
            this.pdf = pdf;
        }

        /** All of it is alike; what is large is so in files of other pages too. */
        void ground(List<Extent> objects) {
            for (var object : objects) {
                if (object.isStream(pdf, LONG)) {
                    alike(object.body(pdf));
                    alike(object.end);
                }
            }
            objects.stream().reduce((some, last) -> last).ifPresent(last -> alike(last.end));
        }

        /** Some of it is others' too. */
        void own(List<Extent> objects) {
            for (var object : objects) {
                if (object.isStream(pdf, SELLERS_LONG) && object.isAlike(pdf)) {
                    own(object.body(pdf));
                    alike(object.end);
                } else {
                    said(object);
                }
            }
        }

        /** Most of what a file says of itself is how it says it. */
        private void said(Extent object) {
            var first = object.find(pdf, SAID);
            var begun = first < 0 ? -1 : FilePlaces.find(pdf, SAID_FIRST, first, object.end);
            var last = begun < 0 ? -1 : FilePlaces.find(pdf, SAID_LAST, begun, object.end);
            var end = last < 0 ? -1 : FilePlaces.find(pdf, SAID_END, last, object.end);
            if (end >= 0) {
                own(first);
                alike(begun + SAID_FIRST.length);
                own(last);
                alike(end);
            }
        }

        void alike(int to) {
            if (to > at) {
                parts.add(Optional.of(part(pdf, at, to)));
                at = to;
            }
        }

        void own(int to) {
            if (to > at) {
                parts.add(Optional.empty());
                own.add(Arrays.copyOfRange(pdf, at, to));
                at = to;
            }
        }
    }

    /** To find what was hashed before takes a tenth of hashing it again. */
    private FileShape.Part part(byte[] pdf, int from, int to) {
        var sum = new CRC32();
        sum.update(pdf, from, to - from);
        var key = sum.getValue() << 32 ^ (to - from);
        var known = remembered.get(key);
        if (known != null && Arrays.equals(known.content(), 0, known.content().length, pdf, from, to)) {
            return known;
        }
        var part = FileShape.Part.of(Arrays.copyOfRange(pdf, from, to));
        if (size.addAndGet(to - from) > MOST_REMEMBERED) {
            remembered.clear();
            size.set(to - from);
        }
        remembered.put(key, part);
        return part;
    }

    private static List<Extent> objects(FilePlaces places, int from, int end) {
        var order = places.inOrder();
        var objects = new ArrayList<Extent>();
        for (var i = 0; i + 1 < order.length; i++) {
            if (order[i] >= from && order[i] < end) {
                objects.add(new Extent(order[i], order[i + 1]));
            }
        }
        return objects;
    }

    /** Where an object stands, its number among it. */
    private record Extent(int from, int end) {
        /** Behind the number, which may be another where the same object stands in another file. */
        int body(byte[] pdf) {
            var begun = find(pdf, BEGUN);
            return begun < 0 ? from : begun + BEGUN.length;
        }

        boolean isStream(byte[] pdf, int least) {
            return end - from >= least && find(pdf, STREAM) >= 0;
        }

        boolean isAlike(byte[] pdf) {
            return ALIKE.stream().anyMatch(sign -> find(pdf, sign) >= 0)
                    && OWN.stream().noneMatch(sign -> find(pdf, sign) >= 0);
        }

        int find(byte[] pdf, byte[] sign) {
            return FilePlaces.find(pdf, sign, from, Math.min(end, from + DICTIONARY));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
