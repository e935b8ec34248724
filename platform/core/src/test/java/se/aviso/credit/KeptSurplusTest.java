package se.aviso.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class KeptSurplusTest {
    @Test
    void allThatWaitsIsKeptOrTheWishedPart() {
        assertThat(KeptSurplus.of(kronor(50), Optional.empty())).isEqualTo(new KeptSurplus(kronor(50), ore(0)));
        assertThat(KeptSurplus.of(kronor(50), Optional.of(kronor(20))))
                .isEqualTo(new KeptSurplus(kronor(20), kronor(30)));
    }

    @Test
    void neverMoreThanWaits() {
        refused("surplus-over-waiting", kronor(50), Optional.of(ore(50_01)));
        refused("surplus-amount", kronor(50), Optional.of(ore(0)));
        refused("surplus-amount", kronor(50), Optional.of(ore(-1)));
        refused("surplus-amount", kronor(50), Optional.of(new Money(1, Currency.getInstance("EUR"))));
        refused("conflict-payment-settled", ore(0), Optional.empty());
        refused("allocation-of-deduction", ore(-1), Optional.empty());
    }

    private static void refused(String code, Money waiting, Optional<Money> wished) {
        assertThatThrownBy(() -> KeptSurplus.of(waiting, wished))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(RuleViolation.Fault::code)
                                .containsExactly(code));
    }
}
