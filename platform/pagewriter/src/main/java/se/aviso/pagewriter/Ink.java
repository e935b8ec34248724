package se.aviso.pagewriter;

import java.util.List;

/**
 * What is written on a compiled page: lines of text, and squares.
 *
 * @param size of the page in points, as PDF writes its box
 */
record Ink(List<Line> lines, List<Spot> squares, String size) {
    Ink {
        lines = List.copyOf(lines);
        squares = List.copyOf(squares);
    }

    /** Which end of a line stays where it is when its text grows. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /**
     * A line with at least one text that differs.
     *
     * @param anchor which end {@code x} is
     * @param limit the widest that it may be
     * @param keepsSpaces where a layout would leave two spaces two
     */
    record Line(Anchor anchor, float x, float limit, boolean keepsSpaces, List<Segment> segments) {
        Line {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A piece of a line in one typeface.
     *
     * @param leaf the number of the text that stands here; -1 for words that stay the same
     * @param words those words
     * @param look the operators that choose typeface and colour
     * @param y the base line, in hundredths of a point from the foot of the page
     * @param gap air before it, in points
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Segment(int leaf, String words, Glyphs glyphs, float size, byte[] look, int y, float gap) {}

    /** Where squares are drawn, in points. */
    record Spot(String picture, float x, float y, float width, float height) {}
}
