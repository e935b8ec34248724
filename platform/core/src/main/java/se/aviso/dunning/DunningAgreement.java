package se.aviso.dunning;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * What the terms of membership say of late payment. It binds claims that arise from its first day on, and those only.
 *
 * @param from the first day on which it holds
 * @param fee for a reminder that was agreed; nothing where none was
 * @param dueDayAgreed whether the due day was agreed beforehand, so that interest runs from it
 * @param ownRate the yearly interest that was agreed, in basis points; empty where the law's holds
 */
public record DunningAgreement(LocalDate from, Money fee, boolean dueDayAgreed, Optional<Integer> ownRate) {
    public DunningAgreement {
        if (fee.isNegative() || ownRate.filter(rate -> rate < 0).isPresent()) {
            throw new IllegalArgumentException("an agreement on less than nothing");
        }
    }
}
