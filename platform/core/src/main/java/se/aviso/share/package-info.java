/**
 * What the groups of a federation owe each other out of what members pay: one seller claims the whole, and each group's
 * part is owed on when the money has come.
 *
 * <p>Central type: {@link se.aviso.share.EarnedShares}. Knows neither price lists nor banks.
 */
@NullMarked
package se.aviso.share;

import org.jspecify.annotations.NullMarked;
