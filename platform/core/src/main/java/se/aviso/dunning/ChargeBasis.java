package se.aviso.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * What a reminder's own fee and interest rest on, as it was when the reminder was made: policies, agreements, rates and
 * payments may be others the day after. What is still open of earlier reminders rests on what these said.
 */
public record ChargeBasis(Optional<Fee> fee, Optional<Interest> interest) {
    /** Neither is claimed. */
    public static final ChargeBasis NONE = new ChargeBasis(Optional.empty(), Optional.empty());

    /** A fee, and since when the terms that agree on it hold. */
    public record Fee(Money amount, LocalDate agreedFrom) {}

    /**
     * Interest on arrears.
     *
     * @param since the agreed due day, or the day of the demand
     * @param agreedRate whether the rate was agreed; else it is the law's
     * @param stretches of days with one amount and one rate, all together what the interest was reckoned on
     */
    public record Interest(
            Money amount, Ground ground, LocalDate since, boolean agreedRate, List<Arrears.Stretch> stretches) {
        public Interest {
            stretches = List.copyOf(stretches);
        }
    }

    /** From when interest runs. */
    public enum Ground {
        /** From a due day that was agreed beforehand (räntelagen 1975:635, § 3). */
        AGREED_DUE_DAY,
        /** From a month after a demand that said so (räntelagen 1975:635, § 4). */
        DEMAND
    }

    /**
     * The basis of what is claimed.
     *
     * @param fee that may be claimed, nothing where none may
     * @param interest as it was reckoned, where it may be claimed
     */
    public static ChargeBasis of(ChargeGuard.Claim claim, Money fee, Optional<Arrears.Interest.Reckoned> interest) {
        return new ChargeBasis(
                claim.agreed().filter(any -> fee.isPositive()).map(agreed -> new Fee(fee, agreed.from())),
                interest.filter(reckoned -> reckoned.amount().isPositive())
                        .flatMap(reckoned -> interest(claim, reckoned)));
    }

    private static Optional<Interest> interest(ChargeGuard.Claim claim, Arrears.Interest.Reckoned reckoned) {
        var agreedRate = claim.agreed().flatMap(DunningAgreement::ownRate).isPresent();
        var ground = claim.agreed()
                .filter(DunningAgreement::dueDayAgreed)
                .map(any -> Ground.AGREED_DUE_DAY)
                .orElse(Ground.DEMAND);
        var since = ground == Ground.AGREED_DUE_DAY ? Optional.of(claim.dueOn()) : claim.demandedOn();
        return since.map(day -> new Interest(reckoned.amount(), ground, day, agreedRate, borne(reckoned.stretches())));
    }

    /** Days on which nothing was owed any more bear none. */
    private static List<Arrears.Stretch> borne(List<Arrears.Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.amount().isPositive())
                .toList();
    }
}
