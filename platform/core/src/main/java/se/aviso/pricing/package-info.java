/**
 * What a membership costs: by type, group, day and age, with shares of the levels, entry fee, discounts and families.
 *
 * <p>Central type: {@link se.aviso.pricing.Tariff}. A missing price is a blocker with a name, never zero; each fee says
 * which rules gave it.
 */
@NullMarked
package se.aviso.pricing;

import org.jspecify.annotations.NullMarked;
