package se.aviso.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class TakenBalanceTest {
    @Test
    void asMuchAsBothHaveOrTheWishedPart() {
        assertThat(TakenBalance.of(kronor(-450), kronor(450), Optional.empty()))
                .isEqualTo(new TakenBalance(kronor(450), ore(0)));
        assertThat(TakenBalance.of(kronor(-450), kronor(100), Optional.empty()))
                .isEqualTo(new TakenBalance(kronor(100), kronor(-350)));
        assertThat(TakenBalance.of(kronor(-450), kronor(1000), Optional.empty()))
                .isEqualTo(new TakenBalance(kronor(450), ore(0)));
        assertThat(TakenBalance.of(kronor(-450), kronor(450), Optional.of(kronor(50))))
                .isEqualTo(new TakenBalance(kronor(50), kronor(-400)));
    }

    @Test
    void neverMoreThanEither() {
        refused("conflict-payment-settled", ore(0), kronor(450), Optional.empty());
        refused("conflict-balance-none", kronor(-450), ore(0), Optional.empty());
        refused("balance-too-little", kronor(-450), kronor(100), Optional.of(ore(100_01)));
        refused("charge-back-over", kronor(-450), kronor(900), Optional.of(ore(450_01)));
        refused("surplus-amount", kronor(-450), kronor(900), Optional.of(ore(0)));
    }

    private static void refused(String code, Money waits, Money balance, Optional<Money> wished) {
        assertThatThrownBy(() -> TakenBalance.of(waits, balance, wished))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(RuleViolation.Fault::code)
                                .containsExactly(code));
    }
}
