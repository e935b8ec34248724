package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence with gaps, such as a title, to be filled with what a document says. */
record Said(List<Piece> pieces) {
    static final Said NOTHING = new Said(List.of());

    Said {
        pieces = List.copyOf(pieces);
    }

    /** Words, or the number of the leaf that stands there. */
    record Piece(@Nullable String words, int leaf) {}

    /** What a template said with signs in it. */
    static Said of(String masked, Leaves leaves) {
        var pieces = new ArrayList<Piece>();
        var words = new StringBuilder();
        for (var i = 0; i < masked.length(); i++) {
            var leaf = leaves.leaf(masked.charAt(i));
            if (leaf < 0) {
                words.append(masked.charAt(i));
            } else {
                if (!words.isEmpty()) {
                    pieces.add(new Piece(words.toString(), -1));
                    words.setLength(0);
                }
                pieces.add(new Piece(null, leaf));
            }
        }
        if (!words.isEmpty()) {
            pieces.add(new Piece(words.toString(), -1));
        }
        return new Said(pieces);
    }

    /** Filled with the texts of the leaves. */
    String with(String[] texts) {
        var filled = new StringBuilder();
        for (var piece : pieces) {
            filled.append(piece.words == null ? texts[piece.leaf] : piece.words);
        }
        return filled.toString();
    }
}
