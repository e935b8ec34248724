/**
 * What bank formats of text share: bytes become characters ({@link se.aviso.banktext.Characters}) and characters
 * records ({@link se.aviso.banktext.RecordReader}), each with its place in the raw file; problems stay within limits.
 *
 * <p>Each plugin packs this into its own jar, so plugins of different age never meet in it. It knows no format.
 */
@NullMarked
package se.aviso.banktext;

import org.jspecify.annotations.NullMarked;
