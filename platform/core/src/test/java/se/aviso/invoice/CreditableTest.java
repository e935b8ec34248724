package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.invoice.InvoiceFixture.ID;
import static se.aviso.invoice.InvoiceFixture.claim;
import static se.aviso.invoice.InvoiceFixture.document;
import static se.aviso.invoice.InvoiceFixture.membership;
import static se.aviso.invoice.InvoiceFixture.product;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Posting;
import se.aviso.invoice.Creditable.Wish;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;
import se.aviso.share.Share;

class CreditableTest {
    private static final ChartOfAccounts BAS = ChartOfAccounts.bas();
    private static final LocalDate LATER = LocalDate.of(2027, 2, 1);
    private static final GroupId DISTRICT = new GroupId(new UUID(0, 11));
    private static final GroupId CLUB = new GroupId(new UUID(0, 12));
    private static final InvoiceId NOTE = new InvoiceId(UUID.fromString("018f0000-0000-7000-8000-0000000000c1"));

    @Test
    void aWholeCreditTakesBackEveryLine() {
        var claim = claim(membership(kronor(300)), product(kronor(125), 2, VatRate.STANDARD, 3051));
        var draft = fresh(claim).whole();
        assertThat(draft.whole()).isTrue();
        assertThat(draft.total()).isEqualTo(kronor(550));
        assertThat(draft.vatAmount()).isEqualTo(kronor(50));
        assertThat(draft.lines())
                .extracting(line -> line.line())
                .isEqualTo(claim.draft().lines());
        assertThat(draft.withdrawn())
                .containsExactlyElementsOf(
                        claim.draft().lines().get(0).period().stream().toList());
    }

    @Test
    void itsEntryIsThatOfIssuingTheOtherWayRound() {
        var claim = claim(membership(kronor(300)), product(kronor(125), 1, VatRate.STANDARD, 3051));
        var entry = issued(fresh(claim).whole()).entry(ore(0), BAS).orElseThrow();
        assertThat(entry.kind()).isEqualTo(EntryKind.CREDIT);
        assertThat(entry.bookedOn()).isEqualTo(LATER);
        var reversed = claim.entry(BAS).orElseThrow().reversed(LATER).postings();
        assertThat(entry.postings()).containsExactlyInAnyOrderElementsOf(reversed);
    }

    @Test
    void whatHadBeenPaidIsOwedToThePayer() {
        var entry = issued(fresh(claim(membership(kronor(300)))).whole())
                .entry(kronor(100), BAS)
                .orElseThrow();
        assertThat(entry.postings())
                .containsExactly(
                        Posting.of(3010, DEBIT, kronor(300), ID),
                        Posting.of(1510, CREDIT, kronor(200), ID),
                        Posting.of(2420, CREDIT, kronor(100), ID));
    }

    @Test
    void aClaimForNothingIsCreditedOnceAndBooksNothing() {
        var free = claim(membership(ore(0)));
        var draft = fresh(free).whole();
        assertThat(draft.whole()).isTrue();
        assertThat(draft.withdrawn()).hasSize(1);
        assertThat(issued(draft).entry(ore(0), BAS)).isEmpty();
        assertRefused("conflict-credited", () -> new Creditable(free, draft.lines()).whole());
    }

    @Test
    void aPartOfTheMembershipLineWithdrawsNothing() {
        var draft = fresh(claim(membership(kronor(300)))).parts(List.of(amount(1, kronor(100))));
        assertThat(draft.whole()).isFalse();
        assertThat(draft.withdrawn()).isEmpty();
        assertThat(draft.total()).isEqualTo(kronor(100));
    }

    @Test
    void theRestOfTheMembershipLineWithdrawsItsPeriod() {
        var claim = claim(membership(kronor(300)), product(kronor(125), 2, VatRate.STANDARD, 3051));
        var first = fresh(claim).parts(List.of(amount(1, kronor(100))));
        var second = new Creditable(claim, first.lines()).parts(List.of(all(1)));
        assertThat(second.total()).isEqualTo(kronor(200));
        assertThat(second.whole()).isFalse();
        assertThat(second.withdrawn()).hasSize(1);
    }

    @Test
    void aPeriodThatWasWithdrawnIsNotWithdrawnByAnotherLine() {
        var claim = claim(membership(kronor(300)), product(kronor(125), 2, VatRate.STANDARD, 3051));
        var membershipOnly = fresh(claim).parts(List.of(all(1)));
        var later = new Creditable(claim, membershipOnly.lines());
        assertThat(later.withdrawn()).hasSize(1);
        assertThat(later.parts(List.of(quantity(2, 1))).withdrawn()).isEmpty();
    }

    @Test
    void aQuantityIsSoManyOfTheLinesPrice() {
        var draft =
                fresh(claim(product(ore(18_350), 4, VatRate.STANDARD, 3051))).parts(List.of(quantity(1, 3)));
        var line = draft.lines().get(0).line();
        assertThat(line.quantity()).isEqualTo(3);
        assertThat(line.unit()).isEqualTo(ore(18_350));
        assertThat(draft.total()).isEqualTo(ore(55_050));
    }

    @Test
    void anAmountThatIsNoQuantityStandsAsOne() {
        var draft =
                fresh(claim(product(kronor(100), 4, VatRate.STANDARD, 3051))).parts(List.of(amount(1, ore(15_050))));
        assertThat(draft.lines().get(0).line().quantity()).isEqualTo(1);
        assertThat(draft.lines().get(0).line().unit()).isEqualTo(ore(15_050));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  50.00,      , credit-line-unknown,        /lines/0/line
            4,  50.00,      , credit-line-unknown,        /lines/0/line
            1, 300.01,      , credit-over-line,           /lines/0/amount
            1,   0.00,      , credit-amount,              /lines/0/amount
            1, -50.00,      , credit-amount,              /lines/0/amount
            1,  50.00,     1, credit-amount-or-quantity,  /lines/0/amount
            2,       ,     3, credit-over-line,           /lines/0/quantity
            2,       ,     0, credit-quantity,            /lines/0/quantity
            3,  50.00,      , credit-amount,              /lines/0/amount
            3, -50.01,      , credit-over-line,           /lines/0/amount
            """)
    void whatCannotBeCreditedIsRefusedWhereItStands(
            int line, String amount, Integer quantity, String code, String pointer) {
        var wish = new Wish(
                line,
                Optional.ofNullable(amount)
                        .map(text -> Money.parse(text, kronor(0).currency())),
                Optional.ofNullable(quantity));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> fresh(withDiscount()).parts(List.of(wish)))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(RuleViolation.Fault::code, RuleViolation.Fault::pointer)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(code, pointer)));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> fresh(withDiscount()).parts(List.of(amount(1, kronor(301)), all(9), all(2), all(2))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(RuleViolation.Fault::code)
                        .containsExactly("credit-over-line", "credit-line-unknown", "credit-line-twice"));
    }

    @Test
    void aDiscountKeepsTheNoteWithinTheClaim() {
        assertThat(withDiscount().total()).isEqualTo(kronor(500));
        assertRefused("credit-over-invoice", () -> fresh(withDiscount()).parts(List.of(all(1), all(2))));
        assertRefused("credit-nothing", () -> fresh(withDiscount()).parts(List.of(all(3))));
        assertThat(fresh(withDiscount()).parts(List.of(all(1), all(2), all(3))).whole())
                .isTrue();
    }

    @Test
    void whatIsCreditedWholeIsNotCreditedAgain() {
        var claim = withDiscount();
        var credited = new Creditable(claim, fresh(claim).whole().lines());
        assertRefused("conflict-credited", credited::whole);
        assertRefused("conflict-credited", () -> credited.parts(List.of(all(1))));
    }

    @Test
    void onceTheClaimIsCreditedLinesThatCancelOutAreSpentToo() {
        var claim = withDiscount();
        var allButTheDiscount = fresh(claim).parts(List.of(amount(1, kronor(250)), all(2)));
        assertThat(allButTheDiscount.whole()).isTrue();
        assertRefused("conflict-credited", () -> new Creditable(claim, allButTheDiscount.lines()).whole());
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceKind.class,
            names = {"OFFER", "CREDIT_NOTE"})
    void onlyClaimsAreCredited(InvoiceKind kind) {
        var code = kind == InvoiceKind.OFFER ? "credit-offer" : "credit-of-credit-note";
        assertRefused(code, () -> fresh(document(kind, membership(kronor(300)))).whole());
        assertRefused(code, () -> fresh(document(kind, membership(kronor(300)))).parts(List.of(all(1))));
    }

    @Test
    void nobodyCreditsNoLines() {
        assertRefused("credit-lines", () -> fresh(withDiscount()).parts(List.of()));
    }

    /** However a claim is parted, its credit notes take back exactly its lines and its tax. */
    @Test
    void partsOfAnyClaimAddUpToItAndToItsTax() {
        var seed = 20261128L;
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var claim = any(random);
            var earlier = new ArrayList<CreditNote.Line>();
            var settlement = Settlement.open(claim.total()).receiving(upTo(claim.total(), random));
            var ledger = new long[1];
            for (var part = 0; part < 6 && new Creditable(claim, earlier).rest().isPositive(); part++) {
                var draft = some(new Creditable(claim, earlier), random, part == 5);
                var after = settlement.crediting(draft.total());
                var kept = after.kept().minus(settlement.kept());
                issued(draft).entry(kept, BAS).orElseThrow().postings().stream()
                        .filter(posting -> posting.account() == 1510)
                        .forEach(posting -> ledger[0] += posting.side() == CREDIT
                                ? posting.amount().minorUnits()
                                : -posting.amount().minorUnits());
                earlier.addAll(draft.lines());
                settlement = after;
                var what = "seed %d round %d part %d".formatted(seed, round, part);
                assertThat(new Creditable(claim, earlier).rest().isNegative())
                        .as(what)
                        .isFalse();
                assertThat(draft.whole())
                        .as(what)
                        .isEqualTo(new Creditable(claim, earlier).rest().isZero());
                assertThat(settlement.surplus().isZero()).as(what).isTrue();
                assertThat(ledger[0])
                        .as(what)
                        .isEqualTo(
                                settlement.credited().minus(settlement.kept()).minorUnits());
            }
            assertTakenBack(claim, earlier, "seed %d round %d".formatted(seed, round));
        }
    }

    private static void assertTakenBack(Invoice claim, List<CreditNote.Line> notes, String which) {
        var lines = claim.draft().lines();
        for (var place = 1; place <= lines.size(); place++) {
            var of = place;
            var line = lines.get(place - 1);
            var parts = notes.stream().filter(each -> each.of() == of).toList();
            var amount = sum(parts.stream().map(CreditNote.Line::amount).toList());
            var tax = sum(parts.stream().map(CreditNote.Line::vatAmount).toList());
            assertThat(amount).as(which).isEqualTo(line.amount());
            assertThat(tax).as(which).isEqualTo(line.vatAmount());
            assertThat(sharesOf(parts))
                    .as(which)
                    .containsExactlyInAnyOrderElementsOf(line.basis().shares());
            assertThat(parts)
                    .as(which)
                    .allSatisfy(part -> assertThat(Math.abs(part.vatAmount()
                                    .minus(part.line().terms().vat().containedIn(part.amount()))
                                    .minorUnits()))
                            .isLessThanOrEqualTo(1));
        }
    }

    /** Some of what is left: parts of lines by amount or quantity, or all of it in the end. */
    private static CreditDraft some(Creditable creditable, Random random, boolean last) {
        if (last) {
            return creditable.whole();
        }
        var rests = creditable.rests().stream().filter(rest -> !rest.isGone()).toList();
        var wished = rests.get(random.nextInt(rests.size()));
        var left = wished.amount().minorUnits();
        return creditable.parts(List.of(amount(wished.line(), ore(1 + random.nextLong(left)))));
    }

    private static Invoice any(Random random) {
        var rates = VatRate.values();
        var lines = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(n -> shared(
                        product(
                                ore(1 + random.nextInt(100_000)),
                                1 + random.nextInt(5),
                                rates[random.nextInt(rates.length)],
                                3050 + n),
                        random))
                .toArray(InvoiceLine[]::new);
        return claim(lines);
    }

    /** The same line, some of which is two other groups'. */
    private static InvoiceLine shared(InvoiceLine line, Random random) {
        var net = line.amount().minus(line.vatAmount()).minorUnits();
        var first = random.nextLong(net / 2 + 1);
        var shares = List.of(new Share(DISTRICT, ore(first)), new Share(CLUB, ore(random.nextLong(net / 2 + 1))));
        var standing =
                shares.stream().filter(share -> share.amount().isPositive()).toList();
        var basis = new InvoiceLine.Basis(Explanation.NONE, standing);
        return new InvoiceLine(line.what(), line.quantity(), line.unit(), line.terms(), line.period(), basis);
    }

    private static List<Share> sharesOf(List<CreditNote.Line> parts) {
        var sums = new ArrayList<Share>();
        parts.forEach(part -> part.line().basis().shares().forEach(share -> Share.add(sums, share)));
        return sums.stream().filter(share -> !share.amount().isZero()).toList();
    }

    private static Money upTo(Money total, Random random) {
        return random.nextBoolean() ? ore(0) : ore(random.nextLong(total.minorUnits() + 1));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(ore(0), Money::plus);
    }

    private static Invoice withDiscount() {
        return claim(
                membership(kronor(300)),
                product(kronor(125), 2, VatRate.STANDARD, 3051),
                product(kronor(-50), 1, VatRate.EXEMPT, 3010));
    }

    private static Creditable fresh(Invoice claim) {
        return new Creditable(claim, List.of());
    }

    private static CreditNote issued(CreditDraft draft) {
        return draft.issue(NOTE, 1, LATER);
    }

    private static Wish amount(int line, Money amount) {
        return new Wish(line, Optional.of(amount), Optional.empty());
    }

    private static Wish quantity(int line, int quantity) {
        return new Wish(line, Optional.empty(), Optional.of(quantity));
    }

    private static Wish all(int line) {
        return new Wish(line, Optional.empty(), Optional.empty());
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(RuleViolation.Fault::code)
                        .containsExactly(code));
    }
}
