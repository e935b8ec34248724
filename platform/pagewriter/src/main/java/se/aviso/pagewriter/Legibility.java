package se.aviso.pagewriter;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.w3c.dom.Node;

/**
 * Writes what the typefaces cannot write in letters that they can: in its plain form where there is one, else as a
 * mark.
 *
 * <p>A name is printed with a mark rather than not at all: a document must come out whatever its people are called.
 */
final class Legibility {
    private static final int MARK = '\ufffd';
    private static final int PLAIN_MARK = '?';

    private final BitSet printable;
    private final int mark;

    private Legibility(BitSet printable) {
        this.printable = printable;
        this.mark = printable.get(MARK) ? MARK : PLAIN_MARK;
    }

    /** What one of these fonts has a glyph for; without fonts of our own nothing is known to be missing. */
    static Legibility of(List<? extends CmapLookup> fonts) {
        var printable = new BitSet();
        for (var point = 0x20; point <= 0xffff; point++) {
            var wanted = point;
            printable.set(point, fonts.isEmpty() || fonts.stream().anyMatch(font -> font.getGlyphId(wanted) != 0));
        }
        return new Legibility(printable);
    }

    /** Mends all text below the node. */
    void mend(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            var text = node.getNodeValue();
            var mended = mend(text);
            if (!mended.equals(text)) {
                node.setNodeValue(mended);
            }
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            mend(child);
        }
    }

    /** The text in letters that can be printed. */
    String mend(String text) {
        return text.codePoints().allMatch(this::isPrintable)
                ? text
                : mended(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private String mended(String composed) {
        var mended = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            if (isPrintable(point)) {
                mended.appendCodePoint(point);
            } else {
                mended.append(plain(point));
            }
        });
        return mended.toString();
    }

    private boolean isPrintable(int point) {
        return Character.isWhitespace(point) || printable.get(point);
    }

    /** Invisible signs vanish, ligatures and wide forms become letters, all else a mark. */
    private String plain(int point) {
        var kind = Character.getType(point);
        if (kind == Character.FORMAT || kind == Character.CONTROL || kind == Character.NON_SPACING_MARK) {
            return "";
        }
        var plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return plain.codePoints().allMatch(this::isPrintable) ? plain : Character.toString(mark);
    }
}
