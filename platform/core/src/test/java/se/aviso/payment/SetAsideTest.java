package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class SetAsideTest {
    @Test
    void whatWaitsIsSetAsideWithItsNoteAPaymentOrADeduction() {
        assertThat(SetAside.of(kronor(500), " En gåva ")).isEqualTo(new SetAside(kronor(500), "En gåva"));
        assertThat(SetAside.of(ore(-2_50), "Bankens avgift").waits()).isEqualTo(ore(-2_50));
    }

    @Test
    void nothingWaitsOrNobodyWouldKnowWhy() {
        refused("conflict-payment-settled", ore(0), "En gåva");
        refused("payment-aside-note", kronor(1), "  ");
        refused("payment-aside-note", kronor(1), "x".repeat(SetAside.LONGEST_NOTE + 1));
    }

    private static void refused(String code, Money waits, String note) {
        assertThatThrownBy(() -> SetAside.of(waits, note))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(RuleViolation.Fault::code)
                                .containsExactly(code));
    }
}
