/**
 * When an unpaid document is reminded of, what a reminder may cost, and when an offer lapses.
 *
 * <p>Central type: {@link se.aviso.dunning.DunningPolicy}. A reminder never moves the due day;
 * {@link se.aviso.dunning.ChargeGuard} refuses fee and interest that nobody agreed on.
 */
@NullMarked
package se.aviso.dunning;

import org.jspecify.annotations.NullMarked;
