package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/** Fee and interest stand on a reminder with what they rest on; on one from before that was kept, as they did. */
class ChargeRowsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);
    private static final Money FEE = Money.kronor(60);
    private static final Money INTEREST = Money.ore(1650);
    private static final ChargeBasis BASIS = new ChargeBasis(
            Optional.of(new ChargeBasis.Fee(FEE, LocalDate.of(2026, 1, 1))),
            Optional.of(interest(ChargeBasis.Ground.AGREED_DUE_DAY, false)));

    @Test
    void bothTellTheirBasis() {
        var rows = new ChargeRows(FEE, INTEREST, Optional.of(BASIS), false).rows();
        assertThat(rows)
                .extracting(Line::text)
                .containsExactly(
                        "Påminnelseavgift",
                        "Dröjsmålsränta",
                        "2026-12-01–2026-12-31: 31 dagar, 9,75\u00a0% på 1\u00a0000,00 kr",
                        "2027-01-01–2027-01-01: 1 dag, 10,00\u00a0% på 300,00 kr");
        assertThat(rows.get(0).note()).isEqualTo("Avtalad i villkor från 2026-01-01 (lagen 1981:739, 2 och 3 §§)");
        assertThat(rows.get(1).note())
                .isEqualTo(
                        "Från avtalad förfallodag 2026-11-30 (räntelagen 3 §); referensränta + 8 procentenheter (6 §)");
        assertThat(rows.stream().map(Line::amount).reduce(Money.ore(0), Money::plus))
                .isEqualTo(FEE.plus(INTEREST));
    }

    @Test
    void theyTellItInEnglishToo() {
        var basis = new ChargeBasis(BASIS.fee(), Optional.of(interest(ChargeBasis.Ground.DEMAND, true)));
        var rows = new ChargeRows(FEE, INTEREST, Optional.of(basis), true).rows();
        assertThat(rows.get(0).note())
                .isEqualTo("Agreed in terms from 2026-01-01 (the Act 1981:739, sections 2 and 3)");
        assertThat(rows.get(1).note())
                .isEqualTo("From a month after the demand of 2026-11-30 (Interest Act, section 4); agreed rate");
        assertThat(rows.get(3).text()).isEqualTo("2027-01-01–2027-01-01: 1 day, 10,00\u00a0% on 300,00 kr");
    }

    @Test
    void whatIsOpenOfEarlierRemindersIsToldApart() {
        var rows = new ChargeRows(FEE.plus(FEE), INTEREST, Optional.of(BASIS), false).rows();
        assertThat(rows.get(0).note()).endsWith("; varav 60,00 kr från tidigare påminnelser");
        assertThat(rows.get(1).note()).doesNotContain("tidigare");
        var earlier = new ChargeRows(FEE, Money.ore(0), Optional.of(ChargeBasis.NONE), false).rows();
        assertThat(earlier).extracting(Line::note).containsExactly("60,00 kr från tidigare påminnelser");
    }

    @Test
    void aReminderFromBeforeSaysWhatItSaid() {
        assertThat(new ChargeRows(FEE, INTEREST, Optional.empty(), false).rows())
                .containsExactly(
                        Line.of("Påminnelseavgift", "", 1, FEE, VatRate.EXEMPT),
                        Line.of("Dröjsmålsränta", "", 1, INTEREST, VatRate.EXEMPT));
        assertThat(new ChargeRows(Money.ore(0), Money.ore(0), Optional.of(BASIS), false).rows())
                .isEmpty();
    }

    private static ChargeBasis.Interest interest(ChargeBasis.Ground ground, boolean agreedRate) {
        return new ChargeBasis.Interest(
                INTEREST,
                ground,
                DUE,
                agreedRate,
                List.of(
                        new Arrears.Stretch(DUE.plusDays(1), LocalDate.of(2026, 12, 31), Money.kronor(1000), 975),
                        new Arrears.Stretch(
                                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1), Money.kronor(300), 1000)));
    }
}
