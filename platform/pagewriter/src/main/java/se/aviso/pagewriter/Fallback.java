package se.aviso.pagewriter;

/** Why a document was laid out whole and not stamped. */
public enum Fallback {
    /** A text is wider than its place on the line. */
    OVERFLOW,
    /** A letter that the stamped typefaces lack. */
    GLYPH,
    /** Spaces that a layout would draw together. */
    SPACES,
    /** A text stands in a paragraph that would be broken into lines anew. */
    PARAGRAPH,
    /** A text is drawn in a way that only the layout knows: turned, struck through, with a ground of its own. */
    STYLE,
    /** Other things move when the texts get longer, as the columns of a table without widths do. */
    MOVING
}
