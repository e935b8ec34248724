package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an element ends, looked for in a piece of a file that begins with its first tag. */
final class ElementEnd {
    private static final Pattern NAME = Pattern.compile("^<([A-Za-z_][A-Za-z0-9_.:-]*)");

    /** What holds no tag, though it may look like one: comments, character data, instructions. */
    private static final String PASSED = "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>";

    private ElementEnd() {}

    /** How many bytes the element takes; 0 where none begins, or it does not end, in the piece. */
    static int of(byte[] from) {
        var charset = charset(from);
        var text = new String(from, charset);
        var name = NAME.matcher(text);
        if (!name.find()) {
            return 0;
        }
        var width = charset.equals(ISO_8859_1) ? 1 : 2;
        return width * end(tags(name.group(1)).matcher(text));
    }

    private static int end(Matcher tags) {
        var depth = 0;
        while (tags.find()) {
            var tag = tags.group();
            if (tags.group("name") == null || (tag.endsWith("/>") && depth > 0)) {
                continue;
            }
            depth += tag.startsWith("</") ? -1 : tag.endsWith("/>") ? 0 : 1;
            if (depth <= 0) {
                return depth == 0 ? tags.end() : 0;
            }
        }
        return 0;
    }

    private static Pattern tags(String name) {
        return Pattern.compile(PASSED + "|</?(?<name>" + Pattern.quote(name) + ")(?:\\s[^<>]*)?/?>", Pattern.DOTALL);
    }

    /** Tags are of letters that all character sets of one byte a letter have in common, and UTF-8 too. */
    private static Charset charset(byte[] from) {
        if (from.length > 1 && from[0] == 0 && from[1] == '<') {
            return UTF_16BE;
        }
        return from.length > 1 && from[0] == '<' && from[1] == 0 ? UTF_16LE : ISO_8859_1;
    }
}
