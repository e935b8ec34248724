package se.aviso.accounting.sie;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/** Code page 437, in which SIE files are written; what it lacks is written by what is nearest. */
final class CodePage {
    static final Charset PC8 = Charset.forName("IBM437");

    private static final Map<String, String> NEAREST = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("…", "..."),
            Map.entry("Ø", "O"),
            Map.entry("ø", "o"),
            Map.entry("Ð", "D"),
            Map.entry("ð", "d"),
            Map.entry("Þ", "Th"),
            Map.entry("þ", "th"),
            Map.entry("Ł", "L"),
            Map.entry("ł", "l"));

    private CodePage() {}

    /** The text with each character that the code page has, the others by what is nearest; a question mark is last. */
    static String harmless(String text) {
        var encoder = PC8.newEncoder();
        var written = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> written.append(nearest(letter, encoder)));
        return written.toString();
    }

    static byte[] encode(String text) {
        return text.getBytes(PC8);
    }

    private static String nearest(String letter, CharsetEncoder encoder) {
        var code = letter.codePointAt(0);
        if (code < ' ' || code == 127) {
            return " ";
        }
        if (encoder.canEncode(letter)) {
            return letter;
        }
        var known = NEAREST.get(letter);
        if (known != null) {
            return known;
        }
        if (Character.isSpaceChar(code)) {
            return " ";
        }
        var bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && encoder.canEncode(bare) ? bare : "?";
    }
}
