/**
 * Bank files that are fetched (hämtning): when a source is looked at, when a file has come to rest, and when an
 * expected one is missing.
 *
 * <p>Central type: {@link se.aviso.pickup.Expectation}. What is in a file is not known here.
 */
@NullMarked
package se.aviso.pickup;

import org.jspecify.annotations.NullMarked;
