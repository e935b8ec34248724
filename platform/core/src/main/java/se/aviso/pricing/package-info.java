/**
 * What a membership costs: by type, group, day and age.
 *
 * <p>Central type: {@link se.aviso.pricing.PriceList}. A missing price is a blocker with a name, never zero.
 */
@NullMarked
package se.aviso.pricing;

import org.jspecify.annotations.NullMarked;
