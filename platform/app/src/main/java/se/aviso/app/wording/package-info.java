/**
 * What groups say on their documents in their own words: kept in versions, so that a document can be made again.
 *
 * <p>Central type: {@link se.aviso.app.wording.SetWording}. Which text stands where is decided in
 * {@code se.aviso.wording}.
 */
@NullMarked
package se.aviso.app.wording;

import org.jspecify.annotations.NullMarked;
