package se.aviso.credit;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** So much of a payment that waits is kept for its payer: the surplus, never more. */
public record KeptSurplus(Money amount, Money rest) {
    /**
     * What is kept: all that waits, or the wished amount; the rest goes on waiting.
     *
     * @throws RuleViolation when nothing waits, money was taken off by the bank, or the amount is more than waits
     */
    public static KeptSurplus of(Money waiting, Optional<Money> wished) {
        if (waiting.isNegative()) {
            throw RuleViolation.of("allocation-of-deduction", Map.of());
        }
        if (waiting.isZero()) {
            throw RuleViolation.of("conflict-payment-settled", Map.of());
        }
        var amount = wished.orElse(waiting);
        if (!amount.currency().equals(waiting.currency()) || !amount.isPositive()) {
            throw RuleViolation.at("/amount", "surplus-amount", Map.of());
        }
        if (amount.compareTo(waiting) > 0) {
            throw RuleViolation.at("/amount", "surplus-over-waiting", Map.of("waits", waiting.toDecimal()));
        }
        return new KeptSurplus(amount, waiting.minus(amount));
    }
}
