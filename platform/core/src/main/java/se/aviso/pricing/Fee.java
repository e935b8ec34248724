package se.aviso.pricing;

import se.aviso.kernel.Money;

/**
 * A part of what a membership costs for a period, and why so much.
 *
 * @param owner whose fee it is
 * @param amount in whole öre, tax included; not negative
 */
public record Fee(PricePart part, Place.Level owner, Money amount, Explanation why) {}
