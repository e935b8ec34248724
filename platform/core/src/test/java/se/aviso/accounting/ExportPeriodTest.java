package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.aviso.accounting.ExportedAccount.Sides;
import se.aviso.kernel.Money;

class ExportPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    @Test
    void todayIsTheLastDayThatCanLeave() {
        new ExportPeriod(TODAY, TODAY).requireExportable(TODAY);
        assertThatThrownBy(() -> new ExportPeriod(TODAY, TODAY.plusDays(1)).requireExportable(TODAY))
                .hasMessageContaining("export-future");
    }

    @Test
    void thePeriodEndsNotBeforeItBegins() {
        assertThatThrownBy(() -> new ExportPeriod(TODAY, TODAY.minusDays(1)).requireExportable(TODAY))
                .hasMessageContaining("export-period");
    }

    @Test
    void whatWaitsIsWhatIsBookedAndHasNotLeft() {
        var account = new ExportedAccount(1510, sides(500, 200), sides(300, 200));
        assertThat(account.waiting()).isEqualTo(sides(200, 0));
        assertThat(account.agrees()).isFalse();
        assertThat(account.booked().balance()).isEqualTo(Money.ore(300));
    }

    @Test
    void anAccountAgreesWhenBothSidesHaveLeftAndNotOnlyTheirDifference() {
        assertThat(new ExportedAccount(1510, sides(500, 200), sides(500, 200)).agrees())
                .isTrue();
        assertThat(new ExportedAccount(1510, sides(500, 200), sides(400, 100)).agrees())
                .isFalse();
    }

    private static Sides sides(long debit, long credit) {
        return new Sides(Money.ore(debit), Money.ore(credit));
    }
}
