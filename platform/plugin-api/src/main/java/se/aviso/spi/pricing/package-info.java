/**
 * What a membership costs, when a price list is not enough.
 *
 * <p>Central type: {@link se.aviso.spi.pricing.PricePosition}. A plugin is told what the list says and answers with
 * fees; discounts, families, lines and books stay the host's.
 */
@NullMarked
package se.aviso.spi.pricing;

import org.jspecify.annotations.NullMarked;
