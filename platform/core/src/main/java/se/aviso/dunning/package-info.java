/**
 * When an unpaid document is reminded of, and when an offer lapses.
 *
 * <p>Central type: {@link se.aviso.dunning.DunningPolicy}. A reminder never moves the due day.
 */
@NullMarked
package se.aviso.dunning;

import org.jspecify.annotations.NullMarked;
