package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.Problem;
import se.aviso.spi.bank.SectionTotals;

class ControlTotalsTest {
    private static final Place PLACE = new Place(9, 640);

    private final ControlTotals counted = ControlTotals.none(kronor(0))
            .paid(kronor(300))
            .paid(kronor(200))
            .paid(kronor(50))
            .deducted(kronor(100));

    @Test
    void paymentsAndDeductionsAreCountedAndNetted() {
        assertThat(counted).isEqualTo(new ControlTotals(3, 1, kronor(450)));
    }

    @Test
    void totalsThatAgreeAreNoProblem() {
        assertThat(counted.disagreement(declared(kronor(450), 4))).isEmpty();
    }

    @Test
    void anotherSumIsFatalAndNamesBothAndThePlace() {
        assertThat(counted.disagreement(declared(kronor(451), 4)))
                .contains(Problem.fatal(
                        "SECTION_SUM", "the bank says 451.00 SEK, the records amount to 450.00 SEK", PLACE));
    }

    @Test
    void anotherCountIsFatalAndNamesBothAndThePlace() {
        assertThat(counted.disagreement(declared(kronor(450), 3)))
                .contains(Problem.fatal("SECTION_COUNT", "the bank says 3, the records amount to 4", PLACE));
    }

    @Test
    void theSameSumInAnotherCurrencyIsAnotherSum() {
        assertThat(counted.disagreement(declared(new Money(45_000, PaymentFixture.EUR), 4)))
                .map(Problem::code)
                .contains("SECTION_SUM");
    }

    @Test
    void anEmptySectionAmountsToNothing() {
        assertThat(ControlTotals.none(kronor(0)).disagreement(declared(kronor(0), 0)))
                .isEmpty();
    }

    private static SectionTotals declared(Money net, long records) {
        return new SectionTotals(LocalDate.of(2026, 11, 23), "00042", net, records, PLACE);
    }
}
