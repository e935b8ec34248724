/**
 * What groups say on documents and in the messages that carry them in their own words, and in which colour.
 *
 * <p>Central type: {@link se.aviso.wording.Wording}, inherited text by text from the nearest ancestor.
 */
@NullMarked
package se.aviso.wording;

import org.jspecify.annotations.NullMarked;
