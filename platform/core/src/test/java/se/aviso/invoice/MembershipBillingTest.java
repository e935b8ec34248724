package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.invoice.InvoiceFixture.ISSUED;
import static se.aviso.invoice.InvoiceFixture.PERIOD;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.invoice.MembershipBilling.Billed;
import se.aviso.invoice.MembershipBilling.Due;
import se.aviso.invoice.MembershipBilling.Outcome;
import se.aviso.invoice.MembershipBilling.Terms;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

class MembershipBillingTest {
    private static final LocalDate FROM_2026 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FROM_2027 = LocalDate.of(2027, 1, 1);
    private static final DayRange SEASON = new DayRange(LocalDate.of(2027, 7, 1), LocalDate.of(2028, 6, 30));
    private static final PriceList PRICES = new PriceList(List.of(
            new Price(FROM_2026, "/00001/", 0, 17, kronor(100)),
            new Price(FROM_2026, "/00001/", 18, 64, kronor(300)),
            new Price(FROM_2027, "/00001/", 18, 64, kronor(350))));
    private static final Billed ADULT = new Billed(LocalDate.of(1990, 5, 17), "/00001/00002/");

    @Test
    void aPeriodBecomesOneMembershipLineThatPaysForIt() {
        var drafted = draft(ADULT, AgeOn.PERIOD_START, Optional.of(SEASON));
        var text = new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, "Vuxen 2027-07-01 – 2028-06-30");
        var terms = new InvoiceLine.Terms(VatRate.EXEMPT, 3010);
        assertThat(drafted)
                .isEqualTo(new Outcome.Drafted(new InvoiceDraft(
                        InvoiceKind.OFFER,
                        Occasion.RENEWAL,
                        ISSUED.plusDays(30),
                        List.of(new InvoiceLine(text, 1, kronor(350), terms, Optional.of(PERIOD))))));
    }

    @Test
    void aPeriodThatWaitsForItsSettlementIsPricedOnTheIssueDayAndNamesNoDays() {
        var drafted = (Outcome.Drafted) draft(ADULT, AgeOn.PERIOD_START, Optional.empty());
        assertThat(drafted.draft().total()).isEqualTo(kronor(300));
        assertThat(drafted.draft().lines().get(0).what().text()).isEqualTo("Vuxen");
    }

    @ParameterizedTest(name = "born {0}, age on {1}: {2} kronor")
    @CsvSource(textBlock = """
            2009-07-01, PERIOD_START,  350
            2009-07-02, PERIOD_START,  100
            2009-01-01, JANUARY_FIRST, 350
            2009-01-02, JANUARY_FIRST, 100
            2008-12-23, DUE_DATE,      350
            2008-12-24, DUE_DATE,      100
            """)
    void thePriceIsThatOfTheAgeOnTheStatedDay(LocalDate born, AgeOn ageOn, long kronor) {
        var drafted = (Outcome.Drafted) draft(new Billed(born, "/00001/"), ageOn, Optional.of(SEASON));
        assertThat(drafted.draft().total()).isEqualTo(kronor(kronor));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            beyond all ages, 1950-01-01, /00001/
            in a group without prices, 1990-01-01, /00009/
            """)
    void aMissingPriceBlocksByName(String who, LocalDate born, String path) {
        assertThat(draft(new Billed(born, path), AgeOn.PERIOD_START, Optional.of(SEASON)))
                .as(who)
                .isEqualTo(new Outcome.Blocked("no-price"));
    }

    private static Outcome draft(Billed member, AgeOn ageOn, Optional<DayRange> days) {
        var terms = new Terms(
                "Vuxen",
                new InvoiceLine.Terms(VatRate.EXEMPT, 3010),
                ageOn,
                PRICES,
                new PaymentTerm(30, BankDays.EVERY_DAY));
        var due = new Due(PERIOD, days, InvoiceKind.OFFER, Occasion.RENEWAL);
        return MembershipBilling.draft(terms, member, due, ISSUED);
    }
}
