package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The character set of a file, told by its first bytes: the byte order mark, else the XML declaration, else UTF-8.
 *
 * @param mark how many bytes the byte order mark has
 */
record Encoding(Charset charset, int mark, Letters letters) {
    /** How many bytes letters take: one each, two each, or as many as UTF-8 needs. */
    enum Letters {
        SINGLE,
        PAIRS,
        UTF_8
    }

    Encoding(Charset charset, int mark) {
        this(charset, mark, letters(charset));
    }

    /** So many bytes hold the longest XML declaration that is looked at. */
    static final int HEAD = 256;

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final Map<String, Charset> KNOWN = Map.of(
            "UTF-8", UTF_8,
            "US-ASCII", US_ASCII,
            "ISO-8859-1", ISO_8859_1,
            "ISO-8859-15", Charset.forName("ISO-8859-15"),
            "WINDOWS-1252", Charset.forName("windows-1252"));

    /** Told by the first bytes; empty when they declare a character set that is not read. */
    static Optional<Encoding> of(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, HEAD), ISO_8859_1);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            return Optional.of(new Encoding(UTF_8, 3));
        } else if (text.startsWith("\u00fe\u00ff")) {
            return Optional.of(new Encoding(UTF_16BE, 2));
        } else if (text.startsWith("\u00ff\u00fe")) {
            return Optional.of(new Encoding(UTF_16LE, 2));
        } else if (text.startsWith("\0<")) {
            return Optional.of(new Encoding(UTF_16BE, 0));
        } else if (text.startsWith("<\0")) {
            return Optional.of(new Encoding(UTF_16LE, 0));
        }
        var declared = DECLARED.matcher(text);
        var name = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        return Optional.ofNullable(KNOWN.get(name)).map(charset -> new Encoding(charset, 0));
    }

    private static Letters letters(Charset charset) {
        if (charset.equals(UTF_8)) {
            return Letters.UTF_8;
        }
        return charset.equals(UTF_16BE) || charset.equals(UTF_16LE) ? Letters.PAIRS : Letters.SINGLE;
    }

    /** How many bytes that piece of decoded text took. */
    int width(char[] characters, int from, int to) {
        if (letters == Letters.PAIRS) {
            return 2 * (to - from);
        }
        var width = to - from;
        for (var at = from; letters == Letters.UTF_8 && at < to; at++) {
            width += width(characters[at]) - 1;
        }
        return width;
    }

    /** How many bytes a character of decoded text took; each half of a surrogate pair counts its half. */
    int width(char character) {
        if (letters == Letters.PAIRS) {
            return 2;
        } else if (letters == Letters.SINGLE || character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
}
