package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.aviso.accounting.ExportedAccount.Sides;
import se.aviso.kernel.Money;

class KeptTotalsTest {
    @Test
    void whatWasPostedStandsInTheVouchersToTheOre() {
        var totals = new KeptTotals(sides(500, 500), Money.ore(500), sides(500, 500), false);
        assertThat(totals.difference()).isEqualTo(Money.ore(0));
        assertThat(totals.moved()).isEqualTo(Money.ore(0));
        assertThat(totals.agrees()).isTrue();
    }

    @Test
    void oneOreThatIsLostOrTooMuchIsSeen() {
        var lost = new KeptTotals(sides(500, 500), Money.ore(499), sides(499, 499), true);
        assertThat(lost.difference()).isEqualTo(Money.ore(1));
        assertThat(lost.agrees()).isFalse();
        var tooMuch = new KeptTotals(sides(500, 500), Money.ore(501), sides(501, 501), true);
        assertThat(tooMuch.difference()).isEqualTo(Money.ore(-1));
        assertThat(tooMuch.agrees()).isFalse();
    }

    @Test
    void rowsThatAreOutOfBalanceAreSeen() {
        assertThat(new KeptTotals(sides(500, 500), Money.ore(500), sides(500, 499), true).agrees())
                .isFalse();
        assertThat(new KeptTotals(sides(500, 499), Money.ore(500), sides(500, 500), true).agrees())
                .isFalse();
    }

    @Test
    void rulesAloneMoveMoreOrLessThanWasPosted() {
        var spread = sides(950, 950);
        assertThat(new KeptTotals(sides(500, 500), Money.ore(500), spread, true).moved())
                .isEqualTo(Money.ore(450));
        assertThat(new KeptTotals(sides(500, 500), Money.ore(500), spread, true).agrees())
                .isTrue();
        assertThat(new KeptTotals(sides(500, 500), Money.ore(500), spread, false).agrees())
                .isFalse();
        var oneAccount = new KeptTotals(sides(500, 500), Money.ore(500), sides(0, 0), true);
        assertThat(oneAccount.moved()).isEqualTo(Money.ore(-500));
        assertThat(oneAccount.agrees()).isTrue();
    }

    private static Sides sides(long debit, long credit) {
        return new Sides(Money.ore(debit), Money.ore(credit));
    }
}
