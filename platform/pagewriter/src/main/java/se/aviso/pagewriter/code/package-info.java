/**
 * Texts as squares that a camera reads (QR codes, ISO/IEC 18004), fast enough to stand on each of many documents.
 *
 * <p>Central type: {@link se.aviso.pagewriter.code.SquareCode}. A row of squares is a {@code long}, so that a rule
 * looks at a whole row at once; that bounds a code to 61 squares a side, 251 bytes of text.
 */
@NullMarked
package se.aviso.pagewriter.code;

import org.jspecify.annotations.NullMarked;
