package se.aviso.pagewriter.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A file while it is written: gives objects their numbers and remembers their places. What it holds in memory are eight
 * bytes an object and the keys of the parts.
 */
public final class PdfFile {
    /** The version, and four bytes beyond ASCII by which programs see that it is no text. */
    public static final byte[] HEAD = "%PDF-1.7\n%\u00e5\u00e4\u00f6\u00c5\n".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] ENTRY_END = " 00000 n \n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = " 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OBJECT = "\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PLACE_DIGITS = 10;

    private final OutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Bytes line = new Bytes();
    private long[] places = new long[64];
    private int count;
    private long written;

    public PdfFile(OutputStream out) throws IOException {
        this.out = out;
        write(HEAD, HEAD.length);
    }

    /** A number for an object that is written later. */
    public int reserve() {
        count++;
        if (count >= places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        return count;
    }

    /** The number of a part, which is written now unless it stands in the file already. */
    public int number(Part part) throws IOException {
        var known = numbers.get(part.key());
        if (known != null) {
            return known;
        }
        var refersTo = new int[part.references().size()];
        for (var i = 0; i < refersTo.length; i++) {
            refersTo[i] = number(part.references().get(i));
        }
        var number = reserve();
        numbers.put(part.key(), number);
        begin(number);
        for (var i = 0; i < part.texts().size(); i++) {
            write(part.texts().get(i), part.texts().get(i).length);
            if (i < refersTo.length) {
                line.clear().number(refersTo[i]);
                write(line.array(), line.length());
            }
        }
        write(END_OBJECT, END_OBJECT.length);
        return number;
    }

    /** Gives a place a number: what stands there is written later, or has been. */
    public void bind(Part place, int number) {
        numbers.put(place.key(), number);
    }

    /** The numbers of the parts in it, by their keys. */
    public Map<String, Integer> numbers() {
        return Map.copyOf(numbers);
    }

    /** Writes an object. */
    public void object(int number, byte[] body, int length) throws IOException {
        begin(number);
        write(body, length);
        write(END_OBJECT, END_OBJECT.length);
    }

    /** Writes an object. */
    public void object(int number, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        object(number, bytes, bytes.length);
    }

    /** Where an object stands; 0 when it is not written yet. */
    public long place(int number) {
        return places[number];
    }

    /** How many objects there are. */
    public int count() {
        return count;
    }

    /** How many bytes are written. */
    public long written() {
        return written;
    }

    /** Writes where everything stands. */
    public void finish(int root, int info, String id) throws IOException {
        var start = written;
        write(("xref\n0 " + (count + 1) + "\n0000000000 65535 f \n").getBytes(StandardCharsets.US_ASCII));
        for (var number = 1; number <= count; number++) {
            entry(line.clear(), places[number]);
            write(line.array(), line.length());
        }
        write((trailer(count, root, info) + "<" + id + "><" + id + ">]>>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** The trailer up to the file's identity. */
    public static String trailer(int count, int root, int info) {
        return "trailer\n<</Size " + (count + 1) + "/Root " + root + " 0 R/Info " + info + " 0 R/ID[";
    }

    /** A line of the table of places. */
    public static void entry(Bytes into, long place) {
        into.padded(place, PLACE_DIGITS).put(ENTRY_END);
    }

    private void begin(int number) throws IOException {
        places[number] = written;
        line.clear().number(number).put(OBJECT);
        write(line.array(), line.length());
    }

    private void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }
}
