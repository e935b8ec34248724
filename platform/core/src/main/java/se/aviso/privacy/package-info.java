/**
 * What of a person is erased when they ask, what the law says must be kept, and until when.
 *
 * <p>Central types: {@link se.aviso.privacy.Erasure} and {@link se.aviso.privacy.Retention}. Where it all stands is not
 * known here.
 */
@NullMarked
package se.aviso.privacy;

import org.jspecify.annotations.NullMarked;
