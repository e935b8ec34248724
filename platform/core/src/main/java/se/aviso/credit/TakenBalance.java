package se.aviso.credit;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * So much of a payer's credit balance meets a deduction of the bank: the payment that the bank takes back is in the
 * balance by now, because what it had paid was credited, or because its refund failed. The balance never goes below
 * nothing.
 *
 * @param amount what the balance loses
 * @param rest what goes on waiting of the deduction: nothing, or below it
 */
public record TakenBalance(Money amount, Money rest) {
    /**
     * What is taken: as much as can be, or the wished amount.
     *
     * @param waits of the deduction: below nothing
     * @param balance of the payer with the seller, in the deduction's currency
     * @throws RuleViolation when there is nothing to take, or less than was wished
     */
    public static TakenBalance of(Money waits, Money balance, Optional<Money> wished) {
        if (!waits.isNegative()) {
            throw RuleViolation.of("conflict-payment-settled", Map.of());
        }
        if (!balance.isPositive()) {
            throw RuleViolation.of("conflict-balance-none", Map.of());
        }
        var most = waits.negated();
        var amount = wished.orElseGet(() -> most.min(balance));
        if (!amount.currency().equals(waits.currency()) || !amount.isPositive()) {
            throw RuleViolation.at("/amount", "surplus-amount", Map.of());
        }
        if (amount.compareTo(balance) > 0) {
            throw RuleViolation.at("/amount", "balance-too-little", Map.of("balance", balance.toDecimal()));
        }
        if (amount.compareTo(most) > 0) {
            throw RuleViolation.at(
                    "/amount",
                    "charge-back-over",
                    Map.of("most", most.toDecimal(), "currency", most.currency().getCurrencyCode()));
        }
        return new TakenBalance(amount, waits.plus(amount));
    }
}
