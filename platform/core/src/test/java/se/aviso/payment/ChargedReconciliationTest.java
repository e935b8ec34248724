package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.payment;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

class ChargedReconciliationTest {
    private static final String REFERENCE = ocr(1).replaceFirst("^0+", "");

    @Test
    void whatIsPaidBeyondTheClaimGoesToTheChargesOfItsReminders() {
        var match = among(claim(1, kronor(300)), claim(2, kronor(60))).match(payment(kronor(360), ocr(1)));
        assertThat(match.parts()).containsExactly(part(1, kronor(300)), part(2, kronor(60)));
        assertThat(match.reason()).isEqualTo(SuspenseReason.NONE);
    }

    @Test
    void theClaimComesFirstForItMakesAMember() {
        var match = among(claim(1, kronor(300)), claim(2, kronor(60))).match(payment(kronor(300), ocr(1)));
        assertThat(match.parts()).containsExactly(part(1, kronor(300)));
    }

    @Test
    void aChargeIsPaidAlsoWhenTheClaimIsSettled() {
        var match = among(claim(1, kronor(0)), claim(2, kronor(60))).match(payment(kronor(100), ocr(1)));
        assertThat(match.parts()).containsExactly(part(2, kronor(60)));
        assertThat(match.reason()).isEqualTo(SuspenseReason.OVERPAID);
    }

    @Test
    void aWrittenOffClaimWaitsForAPerson() {
        var given = in(OpenItem.State.WRITTEN_OFF, claim(1, kronor(0)));
        var match = among(given, claim(2, kronor(60))).match(payment(kronor(300), ocr(1)));
        assertThat(match).isEqualTo(Match.waiting(kronor(300), SuspenseReason.WRITTEN_OFF));
    }

    private static Reconciliation among(OpenItem late, OpenItem charge) {
        return new Reconciliation(
                Map.of(REFERENCE, id(1)), List.of(late, charge), Map.of(id(1), List.of(id(2))), Tolerance.NONE);
    }

    private static Match.Part part(int number, Money amount) {
        return new Match.Part(id(number), amount);
    }
}
