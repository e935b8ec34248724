package se.aviso.pricing;

import se.aviso.kernel.Money;

/**
 * What is taken off the fees of a period, and why.
 *
 * @param reason as it stands on the invoice
 * @param amount in whole öre, above nothing and at most the fees
 */
public record Cut(String reason, Money amount, Explanation why) {}
