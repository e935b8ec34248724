package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.invoice.InvoiceFixture.ISSUED;
import static se.aviso.invoice.InvoiceFixture.PERIOD;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.Side;
import se.aviso.invoice.MembershipBilling.Billed;
import se.aviso.invoice.MembershipBilling.Due;
import se.aviso.invoice.MembershipBilling.Part;
import se.aviso.invoice.MembershipBilling.Seller;
import se.aviso.invoice.MembershipBilling.Terms;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charge;
import se.aviso.pricing.Charging;
import se.aviso.pricing.Concession;
import se.aviso.pricing.LateSignUp;
import se.aviso.pricing.PlaceFixture;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;
import se.aviso.pricing.Tariff;
import se.aviso.share.Share;

class MembershipBillingTest {
    private static final LocalDate FROM_2026 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FROM_2027 = LocalDate.of(2027, 1, 1);
    private static final LocalDate ADULT = LocalDate.of(1990, 5, 17);
    private static final DayRange SEASON = new DayRange(LocalDate.of(2027, 7, 1), LocalDate.of(2028, 6, 30));
    private static final Seller FEDERATION = new Seller(PlaceFixture.FEDERATION.id(), "Förbundet");
    private static final PriceList PLAIN = new PriceList(List.of(
            new Price(FROM_2026, "/00001/", 0, 17, kronor(100)),
            new Price(FROM_2026, "/00001/", 18, 64, kronor(300)),
            new Price(FROM_2027, "/00001/", 18, 64, kronor(350))));
    private static final PriceList SHARED = new PriceList(List.of(
            price(0, 17, 70, PricePart.OWN),
            price(18, 64, 200, PricePart.OWN),
            price(0, 64, 25, PricePart.DISTRICT),
            price(0, 64, 125, PricePart.FEDERATION)));

    @Test
    void aPeriodBecomesOneMembershipLineThatPaysForIt() {
        var draft = draft(List.of(ADULT), PLAIN, Charging.PLAIN, Optional.empty());
        var line = draft.lines().get(0);
        assertThat(draft.lines()).hasSize(1);
        assertThat(draft.kind()).isEqualTo(InvoiceKind.OFFER);
        assertThat(draft.dueOn()).isEqualTo(ISSUED.plusDays(30));
        assertThat(line.what())
                .isEqualTo(new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, "Vuxen 2027-07-01 – 2028-06-30"));
        assertThat(line.amount()).isEqualTo(kronor(350));
        assertThat(line.period()).contains(PERIOD);
        assertThat(line.basis().shares()).isEmpty();
    }

    @Test
    void aPeriodThatWaitsForItsSettlementIsPricedOnTheIssueDayAndNamesNoDays() {
        var part = part(ADULT, PLAIN, Charging.PLAIN, AgeOn.PERIOD_START, Optional.empty());
        var draft = MembershipBilling.draft(part, FEDERATION, ISSUED);
        assertThat(draft.total()).isEqualTo(kronor(300));
        assertThat(draft.lines().get(0).what().text()).isEqualTo("Vuxen");
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
        var part = part(born, PLAIN, Charging.PLAIN, ageOn, Optional.of(SEASON));
        assertThat(part.charge().total()).isEqualTo(kronor(kronor));
    }

    @Test
    void sharesStandOnLinesOfTheirOwnAndAreOwedToTheirGroups() {
        var draft = draft(List.of(ADULT), SHARED, charging(Charging.Shares.OWN_LINES), Optional.empty());
        assertThat(draft.lines()).extracting(InvoiceLine::amount).containsExactly(kronor(200), kronor(25), kronor(125));
        assertThat(shares(draft))
                .containsExactly(
                        new Share(PlaceFixture.CLUB.id(), kronor(200)),
                        new Share(PlaceFixture.DISTRICT.id(), kronor(25)));
    }

    @Test
    void oneLineHasTheSameSharesAsSeveral() {
        var several = draft(List.of(ADULT), SHARED, charging(Charging.Shares.OWN_LINES), Optional.empty());
        var one = draft(List.of(ADULT), SHARED, charging(Charging.Shares.ONE_LINE), Optional.empty());
        assertThat(one.lines()).hasSize(1);
        assertThat(one.total()).isEqualTo(several.total());
        assertThat(shares(one)).isEqualTo(shares(several));
    }

    @Test
    void whatIsOthersIsNoRevenueOfTheSellers() {
        var draft = draft(List.of(ADULT), SHARED, charging(Charging.Shares.ONE_LINE), Optional.empty());
        var claim = new InvoiceDraft(InvoiceKind.CLAIM, draft.occasion(), draft.dueOn(), draft.lines());
        var numbering = new InvoiceDraft.Numbering(1, InvoiceFixture.OCR);
        var chart = ChartOfAccounts.bas();
        var entry =
                claim.issue(InvoiceFixture.ID, numbering, ISSUED).entry(chart).orElseThrow();
        assertThat(entry.postings())
                .filteredOn(posting -> posting.side() == Side.CREDIT)
                .extracting(
                        posting -> posting.account() + " " + posting.amount().toDecimal())
                .containsExactlyInAnyOrder("3010 125.00", chart.account(AccountRole.SHARES_TO_COME) + " 225.00");
    }

    @Test
    void aFamilyGetsOneInvoiceWithTheLinesOfAllAndTheCapTakenOff() {
        var family = List.of(ADULT, ADULT, LocalDate.of(2015, 3, 3));
        var cap = price(0, 150, 600, PricePart.FAMILY_CAP);
        var draft = draft(family, SHARED, charging(Charging.Shares.ONE_LINE), Optional.of(cap));
        assertThat(draft.lines())
                .extracting(line -> line.what().kind())
                .containsExactly(
                        InvoiceLine.Kind.MEMBERSHIP,
                        InvoiceLine.Kind.MEMBERSHIP,
                        InvoiceLine.Kind.MEMBERSHIP,
                        InvoiceLine.Kind.DISCOUNT);
        assertThat(draft.lines().get(3).amount()).isEqualTo(kronor(-320));
        assertThat(draft.total()).isEqualTo(kronor(600));
        assertThat(draft.lines().get(0).what().text()).endsWith(", Medlem 0");
    }

    @Test
    void belowTheCapNothingIsTakenOff() {
        var cap = price(0, 150, 900, PricePart.FAMILY_CAP);
        var draft = draft(List.of(ADULT, ADULT), SHARED, charging(Charging.Shares.ONE_LINE), Optional.of(cap));
        assertThat(draft.total()).isEqualTo(kronor(700));
        assertThat(draft.lines()).hasSize(2);
    }

    @Test
    void anInvoiceOfNothingIsAClaimWhateverTheTypeSays() {
        var honour = new Concession(Concession.Kind.HONORARY, 0, "Heders", FROM_2026, Optional.empty());
        var part = part(ADULT, SHARED, charging(Charging.Shares.OWN_LINES), List.of(honour));
        assertThat(MembershipBilling.draft(part, FEDERATION, ISSUED).kind()).isEqualTo(InvoiceKind.CLAIM);
    }

    @Test
    void discountsAndCapsTakeOffSharesInProportionAndLoseNoOre() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var parts = new ArrayList<Part>();
            for (var index = 0; index < 1 + random.nextInt(5); index++) {
                var cut = new Concession(
                        Concession.Kind.PERCENT, 1 + random.nextInt(99), "Skäl", FROM_2026, Optional.empty());
                var cuts = random.nextBoolean() ? List.of(cut) : List.<Concession>of();
                parts.add(part(ADULT, SHARED, charging(Charging.Shares.OWN_LINES), cuts));
            }
            var cap = new FamilyCap(
                    price(0, 150, 1 + random.nextInt(1_000), PricePart.FAMILY_CAP), PlaceFixture.IN_CLUB, ore(0));
            var draft = MembershipBilling.draft(parts, Optional.of(cap), FEDERATION, ISSUED);
            var others = shares(draft).stream().map(Share::amount).toList();
            assertThat(draft.total().compareTo(cap.most().amount()))
                    .as("seed %s", seed)
                    .isNotPositive();
            assertThat(others).as("seed %s", seed).noneMatch(Money::isNegative);
            assertThat(others.stream().reduce(ore(0), Money::plus).compareTo(draft.total()))
                    .as("seed %s", seed)
                    .isNotPositive();
        }
    }

    @Test
    void aFamilyPaysItsCapOnceHoweverAndWheneverItsMembersAreBilled() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var cap = price(0, 150, 1 + random.nextInt(1_500), PricePart.FAMILY_CAP);
            var bills = new ArrayList<FamilyBill>();
            var whole = ore(0);
            for (var document = 0; document < 1 + random.nextInt(4); document++) {
                var parts = new ArrayList<Part>();
                for (var index = 0; index < 1 + random.nextInt(3); index++) {
                    var born = random.nextBoolean() ? ADULT : LocalDate.of(2015, 3, 3);
                    parts.add(part(born, SHARED, charging(Charging.Shares.OWN_LINES), List.of()));
                    whole = whole.plus(parts.get(index).charge().fee());
                }
                var before = FamilyBill.before(bills, List.of(SEASON.firstDay()));
                var most = new FamilyCap(cap, PlaceFixture.IN_CLUB, before);
                var draft = MembershipBilling.draft(parts, Optional.of(most), FEDERATION, ISSUED);
                assertThat(draft.total().isNegative()).as("seed %s", seed).isFalse();
                bills.add(FamilyBill.of(
                        parts.stream().map(part -> part.due().days()).toList(), draft.lines()));
            }
            var billed = bills.stream().map(FamilyBill::fees).reduce(ore(0), Money::plus);
            var most = cap.amount().compareTo(whole) < 0 ? cap.amount() : whole;
            assertThat(billed).as("seed %s", seed).isEqualTo(most);
        }
    }

    @Test
    void whatWasBilledForAnotherSeasonDoesNotCount() {
        var last =
                new DayRange(SEASON.firstDay().minusYears(1), SEASON.firstDay().minusDays(1));
        var bills = List.of(
                new FamilyBill(List.of(Optional.of(last)), kronor(500)),
                new FamilyBill(List.of(Optional.of(last), Optional.of(SEASON)), kronor(300)),
                new FamilyBill(List.of(), kronor(200)));
        assertThat(FamilyBill.before(bills, List.of(SEASON.firstDay()))).isEqualTo(kronor(300));
    }

    @Test
    void aPeriodThatWaitsForItsSettlementCountsFromTheBeginning() {
        var bills = List.of(new FamilyBill(List.of(Optional.empty()), kronor(300)));
        assertThat(FamilyBill.before(bills, List.of(SEASON.firstDay()))).isEqualTo(kronor(300));
    }

    private static List<Share> shares(InvoiceDraft draft) {
        var sums = new ArrayList<Share>();
        draft.lines().forEach(line -> line.basis().shares().forEach(share -> Share.add(sums, share)));
        return sums;
    }

    private static InvoiceDraft draft(List<LocalDate> born, PriceList prices, Charging charging, Optional<Price> cap) {
        var parts = IntStream.range(0, born.size())
                .mapToObj(index -> {
                    var part = part(born.get(index), prices, charging, AgeOn.PERIOD_START, Optional.of(SEASON));
                    var member = new Billed(
                            "Medlem " + index, born.get(index), PlaceFixture.IN_CLUB, SEASON.firstDay(), List.of());
                    return new Part(part.terms(), member, part.due(), part.charge());
                })
                .toList();
        var most = cap.map(price -> new FamilyCap(price, PlaceFixture.IN_CLUB, ore(0)));
        return MembershipBilling.draft(parts, most, FEDERATION, ISSUED);
    }

    private static Part part(LocalDate born, PriceList prices, Charging charging, List<Concession> concessions) {
        var member = new Billed("Medlem", born, PlaceFixture.IN_CLUB, SEASON.firstDay(), concessions);
        return part(member, prices, terms(charging, AgeOn.PERIOD_START), Optional.of(SEASON));
    }

    private static Part part(
            LocalDate born, PriceList prices, Charging charging, AgeOn ageOn, Optional<DayRange> days) {
        var member = new Billed("Medlem", born, PlaceFixture.IN_CLUB, SEASON.firstDay(), List.of());
        return part(member, prices, terms(charging, ageOn), days);
    }

    private static Part part(Billed member, PriceList prices, Terms terms, Optional<DayRange> days) {
        var due = new Due(PERIOD, days, InvoiceKind.OFFER, Occasion.RENEWAL);
        var tariff = new Tariff(prices, terms.charging());
        var charge = MembershipBilling.charge(tariff, terms, member, due, ISSUED);
        return new Part(terms, member, due, (Charge.Priced) charge);
    }

    private static Terms terms(Charging charging, AgeOn ageOn) {
        var words = new LineWords("Inträdesavgift", "Familjerabatt");
        return new Terms(
                "Vuxen",
                words,
                new InvoiceLine.Terms(VatRate.EXEMPT, 3010),
                ageOn,
                charging,
                new PaymentTerm(30, BankDays.EVERY_DAY));
    }

    private static Charging charging(Charging.Shares shares) {
        return new Charging(BilledBy.FEDERATION, shares, LateSignUp.WHOLE, Optional.empty());
    }

    private static Price price(int minAge, int maxAge, long kronor, PricePart part) {
        var use = new Price.Use(part, PriceOccasion.ANY);
        return new Price(FROM_2026, "/", minAge, maxAge, kronor(kronor), use, Optional.empty());
    }
}
