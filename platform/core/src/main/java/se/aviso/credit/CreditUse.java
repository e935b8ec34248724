package se.aviso.credit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** So much of a payer's credit balance settles so much of a claim. */
public record CreditUse(InvoiceId invoice, Holder holder, Money amount) {
    public CreditUse {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a use of " + amount);
        }
    }

    /** Whose balance it is, and which seller keeps it. */
    public record Holder(MemberId member, GroupId seller) {}

    /** A claim with what is open of it. */
    public record Claim(InvoiceId id, Holder holder, Money open) {}

    /**
     * What a person gives of a balance to a document: as much as it can take, or the wished amount.
     *
     * @param offer whether it is an offer, which is paid whole or not at all
     * @throws RuleViolation when there is nothing to give or to take, or the amount is more than either
     */
    public static CreditUse byHand(Claim claim, boolean offer, Money balance, Optional<Money> wished) {
        if (!claim.open().isPositive()) {
            throw RuleViolation.of("conflict-invoice-settled", Map.of());
        }
        if (!balance.isPositive()) {
            throw RuleViolation.of("conflict-balance-none", Map.of());
        }
        var amount = wished.orElseGet(() -> balance.min(claim.open()));
        fault(claim, offer, balance, amount).ifPresent(code -> {
            throw RuleViolation.at(
                    "/amount", code, Map.of("open", claim.open().toDecimal(), "balance", balance.toDecimal()));
        });
        return new CreditUse(claim.id(), claim.holder(), amount);
    }

    private static Optional<String> fault(Claim claim, boolean offer, Money balance, Money amount) {
        if (!amount.isPositive()) {
            return Optional.of("balance-amount");
        }
        if (amount.compareTo(claim.open()) > 0) {
            return Optional.of("balance-over-open");
        }
        if (amount.compareTo(balance) > 0) {
            return Optional.of("balance-too-little");
        }
        return offer && amount.compareTo(claim.open()) < 0 ? Optional.of("balance-offer-short") : Optional.empty();
    }

    /**
     * What claims take of their payers' balances, in their order: each as much as is open of it, together never more
     * than there is. A claim in another currency than the balance takes nothing.
     */
    public static List<CreditUse> of(Map<Holder, Money> balances, List<Claim> claims) {
        var left = new HashMap<>(balances);
        var uses = new ArrayList<CreditUse>();
        for (var claim : claims) {
            Optional.ofNullable(left.get(claim.holder()))
                    .filter(balance -> balance.currency().equals(claim.open().currency()))
                    .map(balance -> balance.min(claim.open()))
                    .filter(Money::isPositive)
                    .ifPresent(amount -> {
                        uses.add(new CreditUse(claim.id(), claim.holder(), amount));
                        left.computeIfPresent(claim.holder(), (holder, balance) -> balance.minus(amount));
                    });
        }
        return List.copyOf(uses);
    }
}
