package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

/** The basis of a charge tells the terms, the ground and the stretches by which it was reckoned. */
class ChargeBasisTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 30);
    private static final ReferenceRates RATES =
            new ReferenceRates(Map.of(LocalDate.of(2026, 7, 1), 175, LocalDate.of(2027, 1, 1), 200));

    @Test
    void anAgreedFeeNamesItsTerms() {
        var claim = claim(Optional.empty(), Optional.of(terms(false, Optional.empty())));
        assertThat(ChargeBasis.of(claim, Money.kronor(60), Optional.empty()))
                .isEqualTo(new ChargeBasis(
                        Optional.of(new ChargeBasis.Fee(Money.kronor(60), LocalDate.of(2026, 1, 1))),
                        Optional.empty()));
        assertThat(ChargeBasis.of(claim, Money.ore(0), Optional.empty())).isEqualTo(ChargeBasis.NONE);
    }

    @Test
    void interestFromAnAgreedDueDayHasEachHalfYearsRate() {
        var claim = claim(Optional.empty(), Optional.of(terms(true, Optional.empty())));
        var interest = ChargeBasis.of(claim, Money.ore(0), Optional.of(reckoned(DUE, List.of(), Optional.empty())))
                .interest()
                .orElseThrow();
        assertThat(interest.ground()).isEqualTo(ChargeBasis.Ground.AGREED_DUE_DAY);
        assertThat(interest.since()).isEqualTo(DUE);
        assertThat(interest.agreedRate()).isFalse();
        assertThat(interest.stretches())
                .containsExactly(
                        new Arrears.Stretch(DUE.plusDays(1), LocalDate.of(2026, 12, 31), Money.kronor(1000), 975),
                        new Arrears.Stretch(LocalDate.of(2027, 1, 1), TODAY, Money.kronor(1000), 1000));
        assertThat(interest.amount()).isEqualTo(Money.ore(828 + 822));
    }

    @Test
    void interestWithoutAnAgreementRestsOnTheDemand() {
        var demanded = LocalDate.of(2026, 12, 10);
        var claim = claim(Optional.of(demanded), Optional.empty());
        var from = ChargeGuard.interestFrom(claim).orElseThrow();
        var interest = ChargeBasis.of(claim, Money.ore(0), Optional.of(reckoned(from, List.of(), Optional.empty())))
                .interest()
                .orElseThrow();
        assertThat(interest.ground()).isEqualTo(ChargeBasis.Ground.DEMAND);
        assertThat(interest.since()).isEqualTo(demanded);
    }

    @Test
    void daysOnWhichNothingWasOwedAreNotTold() {
        var claim = claim(Optional.empty(), Optional.of(terms(true, Optional.of(1200))));
        var paid = List.of(new Arrears.Paid(LocalDate.of(2026, 12, 10), Money.kronor(1000)));
        var interest = ChargeBasis.of(claim, Money.ore(0), Optional.of(reckoned(DUE, paid, Optional.of(1200))))
                .interest()
                .orElseThrow();
        assertThat(interest.agreedRate()).isTrue();
        assertThat(interest.stretches())
                .containsExactly(
                        new Arrears.Stretch(DUE.plusDays(1), LocalDate.of(2026, 12, 10), Money.kronor(1000), 1200));
    }

    private static ChargeGuard.Claim claim(Optional<LocalDate> demanded, Optional<DunningAgreement> agreed) {
        return new ChargeGuard.Claim(true, DUE, demanded, agreed);
    }

    private static DunningAgreement terms(boolean dueDay, Optional<Integer> rate) {
        return new DunningAgreement(LocalDate.of(2026, 1, 1), Money.kronor(60), dueDay, rate);
    }

    private static Arrears.Interest.Reckoned reckoned(LocalDate from, List<Arrears.Paid> paid, Optional<Integer> own) {
        var interest = new Arrears(from, TODAY, Money.kronor(1000), paid).interest(RATES, own);
        assertThat(interest).isInstanceOf(Arrears.Interest.Reckoned.class);
        return (Arrears.Interest.Reckoned) interest;
    }
}
