package se.aviso.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * Refuses fee and interest that have no basis, and says why.
 *
 * <p>A reminder may cost 60 kronor at most, and only what was agreed before the debt arose (lagen 1981:739 om
 * ersättning för inkassokostnader m.m., §§ 2 and 3, and förordningen 1981:1057, § 2). Interest runs from an agreed due
 * day, else from one month after a demand that mentions it (räntelagen 1975:635, §§ 3 and 4). An offer is no debt: it
 * bears neither.
 */
public final class ChargeGuard {
    /** The most that a reminder may cost (förordningen 1981:1057, § 2). */
    public static final Money MOST_FEE = Money.kronor(60);

    private ChargeGuard() {}

    /**
     * What is claimed for.
     *
     * @param debt false of an offer, which nobody owes
     * @param demandedOn the day of the first demand that mentioned interest
     * @param agreed what held when the debt arose
     */
    public record Claim(
            boolean debt, LocalDate dueOn, Optional<LocalDate> demandedOn, Optional<DunningAgreement> agreed) {}

    /** Why no interest can be reckoned: the reference rate of a half year is not on record, and no other was agreed. */
    public static final String NO_RATE = "no-reference-rate";

    /** What somebody can mend before the next reminder, the first that is told of. */
    private static final List<String> MENDABLE =
            List.of(NO_RATE, "fee-not-agreed", "fee-beyond-agreement", "fee-too-high");

    /** Of what was refused that which somebody can mend; interest that nobody was told of yet is none of it. */
    public static Optional<String> mendable(Collection<String> refused) {
        return MENDABLE.stream().filter(refused::contains).findFirst();
    }

    /** Why a fee must not be claimed, as the code of its text; empty when it may be. A fee of nothing always may. */
    public static Optional<String> whyNoFee(Money fee, Claim claim) {
        if (fee.isZero()) {
            return Optional.empty();
        }
        if (!claim.debt()) {
            return Optional.of("fee-on-offer");
        }
        if (fee.compareTo(MOST_FEE) > 0) {
            return Optional.of("fee-too-high");
        }
        var agreed = claim.agreed().map(DunningAgreement::fee).filter(Money::isPositive);
        if (agreed.isEmpty()) {
            return Optional.of("fee-not-agreed");
        }
        return fee.compareTo(agreed.get()) > 0 ? Optional.of("fee-beyond-agreement") : Optional.empty();
    }

    /** Why no interest may be claimed, as the code of its text; empty when {@link #interestFrom} has a day. */
    public static Optional<String> whyNoInterest(Claim claim) {
        if (!claim.debt()) {
            return Optional.of("interest-on-offer");
        }
        return interestFrom(claim).isPresent() ? Optional.empty() : Optional.of("interest-not-demanded");
    }

    /** The day from which interest runs: the first day that bears any is the one behind it. */
    public static Optional<LocalDate> interestFrom(Claim claim) {
        if (!claim.debt()) {
            return Optional.empty();
        }
        return claim.agreed()
                .filter(DunningAgreement::dueDayAgreed)
                .map(agreed -> claim.dueOn())
                .or(() -> claim.demandedOn().map(day -> day.plusMonths(1)));
    }
}
