package se.aviso.pagewriter;

/**
 * One cut of a font family that style sheets may name.
 *
 * @param family the name in {@code font-family}
 * @param weight as in CSS: 300, 400, 600
 * @param trueType the font file
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two faces
public record FontFace(String family, int weight, byte[] trueType) {}
