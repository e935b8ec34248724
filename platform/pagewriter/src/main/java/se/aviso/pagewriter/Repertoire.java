package se.aviso.pagewriter;

import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Node;

/** Which letters a document needs; the fewer, the smaller the fonts inside it. */
enum Repertoire {
    /** Western Europe: å ä ö, quotation marks, dashes, the minus sign. */
    WESTERN,
    /** All Latin letters: Polish, Sámi, Vietnamese. */
    LATIN,
    /** Whatever the font files hold. */
    ALL;

    private static final String TYPOGRAPHY =
            "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026"
                    + "\u2030\u2039\u203a\u20ac\u2122\u2212";

    /** The smallest repertoire that holds all letters of the text below the node. */
    static Repertoire of(Node node) {
        var needed = WESTERN;
        if (node.getNodeType() == Node.TEXT_NODE) {
            return of(node.getNodeValue());
        }
        for (var child = node.getFirstChild(); child != null && needed != ALL; child = child.getNextSibling()) {
            var below = of(child);
            needed = below.compareTo(needed) > 0 ? below : needed;
        }
        return needed;
    }

    private static Repertoire of(String text) {
        var needed = WESTERN;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (isWestern(letter)) {
                continue;
            }
            if (!isLatin(letter)) {
                return ALL;
            }
            needed = LATIN;
        }
        return needed;
    }

    private static boolean isWestern(int letter) {
        return letter < 0x100 || TYPOGRAPHY.indexOf(letter) >= 0;
    }

    private static boolean isLatin(int letter) {
        return isWestern(letter) || letter < 0x250 || (letter >= 0x1e00 && letter < 0x1f00);
    }

    /** The code points of this repertoire; empty for all. */
    Set<Integer> codePoints() {
        var points = new TreeSet<Integer>();
        if (this != ALL) {
            for (var letter = 0x20; letter < 0x3000; letter++) {
                if (this == WESTERN ? isWestern(letter) : isLatin(letter)) {
                    points.add(letter);
                }
            }
        }
        return points;
    }
}
