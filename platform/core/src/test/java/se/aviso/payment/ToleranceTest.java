package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.PAYMENT;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.part;
import static se.aviso.payment.PaymentFixture.payment;
import static se.aviso.payment.PaymentFixture.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Side;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class ToleranceTest {
    private static final Tolerance ONE_KRONA = new Tolerance(kronor(1));
    private static final GroupId SELLER = new GroupId(new UUID(3, 1));

    @ParameterizedTest(name = "{0} öre of 30000, at most 100 too little")
    @CsvSource(textBlock = """
            30000,   0, SETTLES
            29950,  50, ROUNDS
            29900, 100, ROUNDS
            29899,   0, PAYS_PART
            30001,   0, OVERPAYS
            """)
    void atMostSoMuchTooLittleSettlesAndTooMuchNeverVanishes(long paid, long rounded, EffectKind kind) {
        var reconciliation = among(ONE_KRONA, claim(1, kronor(300)));
        var match = reconciliation.match(payment(ore(paid), ocr(1)));
        assertThat(match.rounding().map(Match.Part::amount).orElse(ore(0))).isEqualTo(ore(rounded));
        assertThat(EffectKind.of(match, reconciliation.leavesOpen(match))).isEqualTo(kind);
    }

    @Test
    void withoutAToleranceAPaymentHasToBeExact() {
        var match = among(Tolerance.NONE, claim(1, kronor(300))).match(payment(ore(29_999), ocr(1)));
        assertThat(match.rounding()).isEmpty();
    }

    @Test
    void anOfferIsTakenByAPaymentThatLacksAFewOre() {
        var match = among(ONE_KRONA, offer(1, kronor(300))).match(payment(ore(29_960), ocr(1)));
        assertThat(match.parts()).containsExactly(to(1, ore(29_960)));
        assertThat(match.rounding()).contains(to(1, ore(40)));
    }

    @Test
    void anOfferOfWhichMoreLacksWaits() {
        var match = among(ONE_KRONA, offer(1, kronor(300))).match(payment(ore(29_800), ocr(1)));
        assertThat(match).isEqualTo(Match.waiting(ore(29_800), SuspenseReason.OFFER_SHORT));
    }

    @Test
    void whatIsRoundedIsSettledForTheNextPayment() {
        var reconciliation = among(ONE_KRONA, claim(1, kronor(300)));
        reconciliation.match(payment(ore(29_950), ocr(1)));
        assertThat(reconciliation.match(payment(ore(50), ocr(1))).reason()).isEqualTo(SuspenseReason.ALREADY_SETTLED);
    }

    @Test
    void theLastChargeThatIsPaidIsRounded() {
        var items = List.of(claim(1, kronor(300)), claim(2, kronor(60)));
        var reconciliation = new Reconciliation(
                Map.of(ReferenceWords.withoutLeadingZeros(ocr(1)), id(1)),
                items,
                Map.of(id(1), List.of(id(2))),
                ONE_KRONA);
        var match = reconciliation.match(payment(ore(35_950), ocr(1)));
        assertThat(match.parts()).containsExactly(to(1, kronor(300)), to(2, ore(5_950)));
        assertThat(match.rounding()).contains(to(2, ore(50)));
    }

    @Test
    void aReferenceInsideATextHasToAgreeToTheOre() {
        var match = among(ONE_KRONA, claim(1, kronor(300))).match(payment(ore(29_950), "avi " + ocr(1)));
        assertThat(match).isEqualTo(Match.waiting(ore(29_950), SuspenseReason.UNCERTAIN_REFERENCE));
    }

    @Test
    void whatIsMeantForAnotherDocumentTooIsNotRounded() {
        var match = among(ONE_KRONA, claim(1, kronor(300)))
                .match(payment(ore(29_950), part(1, ore(19_950)), part(9, kronor(100))));
        assertThat(match.rounding()).isEmpty();
    }

    @Test
    void aPaymentDoesNotRoundMoreThanItPays() {
        var match = among(new Tolerance(kronor(10)), claim(1, kronor(8))).match(payment(kronor(3), ocr(1)));
        assertThat(match.rounding()).isEmpty();
    }

    @Test
    void anotherCurrencyIsNotRounded() {
        var open = new Money(30_000, EUR);
        var match = among(ONE_KRONA, claim(1, open)).match(payment(new Money(29_950, EUR), ocr(1)));
        assertThat(match.rounding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1001})
    void aToleranceIsBetweenNothingAndTenKronor(long most) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new Tolerance(ore(most)))
                .satisfies(refused -> assertThat(refused.faults().get(0).code()).isEqualTo("payment-tolerance"));
    }

    @Test
    void aPersonRoundsTheDocumentThatTakesTheLastOfThePayment() {
        var match = HandAllocation.allocate(
                new HandAllocation.Waiting(SELLER, ore(49_950), SuspenseReason.NO_REFERENCE),
                List.of(chosen(claim(1, kronor(200))), chosen(offer(2, kronor(300)))),
                ONE_KRONA);
        assertThat(match.parts()).containsExactly(to(1, kronor(200)), to(2, ore(29_950)));
        assertThat(match.rounding()).contains(to(2, ore(50)));
    }

    @Test
    void aPersonWhoKeepsSomeOfThePaymentRoundsNothing() {
        var some = new HandAllocation.Choice(claim(1, kronor(200)), SELLER, Optional.of(ore(19_950)));
        var match = HandAllocation.allocate(
                new HandAllocation.Waiting(SELLER, kronor(200), SuspenseReason.NO_REFERENCE), List.of(some), ONE_KRONA);
        assertThat(match.rounding()).isEmpty();
    }

    @Test
    void theRoundingIsAnEntryOfItsOwn() {
        var chart = ChartOfAccounts.bas();
        var entry = PaymentBooking.rounding(PAYMENT, to(1, ore(50)), LocalDate.of(2026, 11, 2), chart);
        assertThat(entry.kind()).isEqualTo(EntryKind.ROUNDING);
        assertThat(entry.postings()).extracting(each -> each.account()).containsExactly(3740, 1510);
        assertThat(entry.postings()).extracting(each -> each.side()).containsExactly(Side.DEBIT, Side.CREDIT);
    }

    /** Whatever is paid and tolerated: nothing is lost, nothing vanishes, and what is given up is within bounds. */
    @Test
    void nothingIsEverLost() {
        var seed = 20_261_129L;
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var tolerance = new Tolerance(ore(random.nextInt(1001)));
            var open = new HashMap<InvoiceId, Money>();
            var items = new ArrayList<OpenItem>();
            for (var number = 1; number <= 3; number++) {
                var money = ore(1 + random.nextInt(2_000));
                open.put(id(number), money);
                items.add(number == 3 ? offer(number, money) : claim(number, money));
            }
            var paid = ore(1 + random.nextInt(2_500));
            var match =
                    among(tolerance, items.toArray(OpenItem[]::new)).match(payment(paid, ocr(1 + random.nextInt(3))));
            var taken = match.parts().stream().map(Match.Part::amount).reduce(ore(0), Money::plus);
            assertThat(taken.plus(match.rest()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(paid);
            match.received()
                    .forEach(each -> open.merge(each.invoice(), each.amount().negated(), Money::plus));
            assertThat(open.values()).as("seed %d, round %d", seed, round).noneMatch(Money::isNegative);
            match.rounding().ifPresent(given -> {
                assertThat(given.amount()).isLessThanOrEqualTo(tolerance.most()).isLessThan(taken);
                assertThat(open.get(given.invoice())).isEqualTo(ore(0));
                assertThat(match.rest()).isEqualTo(ore(0));
            });
        }
    }

    private static HandAllocation.Choice chosen(OpenItem item) {
        return new HandAllocation.Choice(item, SELLER, Optional.empty());
    }

    private static Reconciliation among(Tolerance tolerance, OpenItem... items) {
        var byReference = new HashMap<String, InvoiceId>();
        for (var item : items) {
            var number = (int) item.id().value().getLeastSignificantBits();
            byReference.put(ReferenceWords.withoutLeadingZeros(ocr(number)), item.id());
        }
        return new Reconciliation(byReference, List.of(items), Map.of(), tolerance);
    }
}
