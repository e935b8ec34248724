package se.aviso.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.statement.Payment.Way;

class PaymentReceiptTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 20);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 2);

    @Test
    void eachPaymentStandsOnARowOfItsOwnByDay() {
        var receipt = receipt(
                Settlement.open(kronor(300)).receiving(kronor(300)),
                part(2, MARCH, kronor(100)),
                part(1, JANUARY, kronor(200)));
        assertThat(receipt.payments())
                .containsExactly(
                        new Payment(JANUARY, Way.BANKGIRO, kronor(200)), new Payment(MARCH, Way.BANKGIRO, kronor(100)));
        assertThat(receipt.paidOn()).isEqualTo(MARCH);
        assertThat(receipt.paid()).isEqualTo(kronor(300));
    }

    @Test
    void whatWasTakenBackIsNotOnTheReceipt() {
        var receipt = receipt(
                Settlement.open(kronor(300)).receiving(kronor(300)),
                part(1, JANUARY, kronor(300)),
                part(1, JANUARY, kronor(-300)),
                part(2, MARCH, kronor(300)));
        assertThat(receipt.payments()).containsExactly(new Payment(MARCH, Way.BANKGIRO, kronor(300)));
    }

    @Test
    void whatWasKeptOfACreditedPartIsSaid() {
        var settlement = Settlement.open(kronor(300)).receiving(kronor(300)).crediting(kronor(100));
        var receipt = receipt(settlement, part(1, JANUARY, kronor(300)));
        assertThat(receipt.kept()).isEqualTo(kronor(100));
        assertThat(receipt.paid()).isEqualTo(kronor(300));
    }

    @ParameterizedTest
    @CsvSource({
        "300, 200, 0, something is left",
        "300, 0, 0, nobody paid",
        "300, 0, 300, it was credited and nobody paid",
        "300, 300, 300, all that was paid was credited",
        "0, 0, 0, it cost nothing"
    })
    void thereIsNoReceiptForWhatWasNotPaid(long claimed, long received, long credited, String because) {
        var settlement =
                Settlement.open(kronor(claimed)).receiving(kronor(received)).crediting(kronor(credited));
        assertThatExceptionOfType(RuleViolation.class)
                .as(because)
                .isThrownBy(() -> receipt(settlement, part(1, JANUARY, kronor(received))))
                .satisfies(refused -> assertThat(refused.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.code()).isEqualTo("conflict-not-paid")));
    }

    private static PaymentReceipt receipt(Settlement settlement, PaymentReceipt.Part... parts) {
        return PaymentReceipt.of(settlement, List.of(parts), new PaymentReceipt.GivenUp(kronor(0), kronor(0)));
    }

    private static PaymentReceipt.Part part(long payment, LocalDate paidOn, Money amount) {
        return new PaymentReceipt.Part(new UUID(0, payment), new Payment(paidOn, Way.BANKGIRO, amount));
    }
}
