package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;

class ChargeGuardTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 30);

    @ParameterizedTest
    @CsvSource({
        "fee-not-agreed no-reference-rate, no-reference-rate", "interest-not-demanded fee-too-high, fee-too-high",
        "interest-not-demanded, ", "interest-on-offer fee-on-offer, "
    })
    void whatSomebodyCanMendIsToldFromWhatIsAsItMustBe(String refused, String mendable) {
        assertThat(ChargeGuard.mendable(List.of(refused.split(" ")))).isEqualTo(Optional.ofNullable(mendable));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(textBlock = """
            what was agreed,                    6000, true,  6000,
            less than was agreed,               4500, true,  6000,
            nothing needs no basis,                0, true,      ,
            nothing was agreed,                 4500, true,      , fee-not-agreed
            an agreement without a fee,         4500, true,     0, fee-not-agreed
            more than was agreed,               6000, true,  4500, fee-beyond-agreement
            an öre more than the ordinance has, 6001, true,  6001, fee-too-high
            on an offer,                        4500, false, 6000, fee-on-offer
            """)
    void aFeeNeedsABasis(String name, long fee, boolean debt, Long agreed, String refused) {
        var terms = Optional.ofNullable(agreed)
                .map(ore -> new DunningAgreement(LocalDate.EPOCH, Money.ore(ore), true, Optional.empty()));
        var claim = new ChargeGuard.Claim(debt, DUE, Optional.empty(), terms);
        assertThat(ChargeGuard.whyNoFee(Money.ore(fee), claim)).as(name).isEqualTo(Optional.ofNullable(refused));
    }

    @ParameterizedTest(name = "debt {0}, due day agreed {1}, demanded {2}: from {3}, {4}")
    @CsvSource(textBlock = """
            true,  true,  ,           2026-12-30,
            true,  true,  2027-01-31, 2026-12-30,
            true,  false, 2027-01-31, 2027-02-28,
            true,  false, ,           ,           interest-not-demanded
            false, true,  2027-01-31, ,           interest-on-offer
            """)
    void interestRunsFromAnAgreedDueDayElseAMonthAfterADemand(
            boolean debt, boolean dueDayAgreed, LocalDate demanded, LocalDate from, String refused) {
        var terms = new DunningAgreement(LocalDate.EPOCH, Money.ore(0), dueDayAgreed, Optional.empty());
        var claim = new ChargeGuard.Claim(debt, DUE, Optional.ofNullable(demanded), Optional.of(terms));
        assertThat(ChargeGuard.interestFrom(claim)).isEqualTo(Optional.ofNullable(from));
        assertThat(ChargeGuard.whyNoInterest(claim)).isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    void withoutAnyAgreementInterestWaitsForADemand() {
        var claim = new ChargeGuard.Claim(true, DUE, Optional.of(DUE), Optional.empty());
        assertThat(ChargeGuard.interestFrom(claim)).contains(LocalDate.of(2027, 1, 30));
    }
}
