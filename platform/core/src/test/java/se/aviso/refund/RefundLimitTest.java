package se.aviso.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class RefundLimitTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    @Test
    void aHigherLimitHoldsFromTheNextDay() {
        var raised = RefundLimit.USUAL.changed(kronor(50_000), DAY);
        assertThat(raised.inForce(DAY)).isEqualTo(RefundRules.USUAL_LIMIT);
        assertThat(raised.inForce(DAY.plusDays(1))).isEqualTo(kronor(50_000));
    }

    @Test
    void aLowerLimitHoldsAtOnceHoweverOftenItIsSet() {
        var lowered = RefundLimit.USUAL.changed(kronor(100), DAY);
        assertThat(lowered.inForce(DAY)).isEqualTo(kronor(100));
        var raised = lowered.changed(kronor(900), DAY).changed(kronor(800), DAY);
        assertThat(raised.inForce(DAY)).isEqualTo(kronor(100));
        assertThat(raised.inForce(DAY.plusDays(1))).isEqualTo(kronor(800));
    }

    @Test
    void itIsNeverLessThanNothing() {
        assertThatThrownBy(() -> RefundLimit.USUAL.changed(Money.ore(-1), DAY)).isInstanceOf(RuleViolation.class);
    }
}
