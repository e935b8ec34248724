package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.among;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.Side;
import se.aviso.kernel.Money;

class EffectsTest {
    private static final ChartOfAccounts CHART = ChartOfAccounts.bas();

    @ParameterizedTest(name = "{0} kronor of 300")
    @CsvSource(textBlock = """
            300, SETTLES,   NONE,      0
            100, PAYS_PART, NONE,      0
            350, OVERPAYS,  OVERPAID, 50
            """)
    void aPaymentSettlesOrPaysTooMuchOrAPart(long paid, EffectKind kind, SuspenseReason reason, long waiting) {
        var line = lineOf(among(claim(1, kronor(300))), payment(kronor(paid), ocr(1)));
        assertThat(line.kind()).isEqualTo(new Effects.Kind(kind, reason, "SEK"));
        assertThat(line.sum().waiting()).isEqualTo(kronor(waiting));
        assertThat(line.examples())
                .singleElement()
                .matches(example -> example.invoice().equals(Optional.of(id(1))));
    }

    @Test
    void theRestOfAPartIsNoPart() {
        var open = among(claim(1, kronor(300)));
        assertThat(lineOf(open, payment(kronor(100), ocr(1))).kind().effect()).isEqualTo(EffectKind.PAYS_PART);
        assertThat(lineOf(open, payment(kronor(200), ocr(1))).kind().effect()).isEqualTo(EffectKind.SETTLES);
    }

    @Test
    void whatNobodyAskedForWaitsAndAMessageMovesNothing() {
        assertThat(lineOf(among(), payment(kronor(10), ocr(9))).kind())
                .isEqualTo(new Effects.Kind(EffectKind.WAITS, SuspenseReason.UNKNOWN_REFERENCE, "SEK"));
        assertThat(lineOf(among(), payment(kronor(0), ocr(9))).kind().effect()).isEqualTo(EffectKind.MOVES_NOTHING);
    }

    @Test
    void whatIsKnownIsCountedAndNotBooked() {
        var effects = Effects.none()
                .plus(List.of(
                        Effects.line(EffectKind.KNOWN, example(kronor(5))),
                        Effects.line(EffectKind.TWIN, example(kronor(7))),
                        lineOf(among(), payment(kronor(10), ""))));
        assertThat(effects.booked()).singleElement().isEqualTo(new Effects.Sum(1, kronor(10), kronor(0)));
        assertThat(effects.lines()).hasSize(3);
    }

    @Test
    void currenciesAreNeverAddedUp() {
        var euro = new Money(100, EUR);
        var effects = Effects.none()
                .plus(List.of(lineOf(among(), payment(euro, "")), lineOf(among(), payment(kronor(1), ""))));
        assertThat(effects.booked()).extracting(Effects.Sum::amount).containsExactlyInAnyOrder(euro, kronor(1));
        assertThat(EntryPreview.of(effects, CHART)).hasSize(2);
    }

    @Test
    void examplesAreFew() {
        var effects = Effects.none();
        for (var payment = 0; payment < 20; payment++) {
            effects = effects.plus(List.of(lineOf(among(), payment(kronor(1), ""))));
        }
        assertThat(effects.lines()).singleElement().satisfies(line -> {
            assertThat(line.examples()).hasSize(5);
            assertThat(line.sum().count()).isEqualTo(20);
        });
    }

    @Test
    void aBookingThatDoesAsRehearsedHasNoChanges() {
        var rehearsed = Effects.none().plus(List.of(lineOf(among(claim(1, kronor(3))), payment(kronor(3), ocr(1)))));
        assertThat(rehearsed.changesTo(Effects.none().plus(rehearsed.lines()))).isEmpty();
    }

    @Test
    void aBookingThatDoesOtherwiseSaysWhat() {
        var paid = payment(kronor(3), ocr(1));
        var rehearsed = Effects.none().plus(List.of(lineOf(among(claim(1, kronor(3))), paid)));
        var booked = Effects.none().plus(List.of(lineOf(among(claim(1, kronor(0))), paid)));
        var nothing = new Effects.Sum(0, kronor(0), kronor(0));
        assertThat(rehearsed.changesTo(booked))
                .containsExactly(
                        new Effects.Change(
                                new Effects.Kind(EffectKind.SETTLES, SuspenseReason.NONE, "SEK"),
                                new Effects.Sum(1, kronor(3), kronor(3)),
                                nothing,
                                false),
                        new Effects.Change(
                                new Effects.Kind(EffectKind.WAITS, SuspenseReason.ALREADY_SETTLED, "SEK"),
                                nothing,
                                new Effects.Sum(1, kronor(3), kronor(0)),
                                false));
    }

    @Test
    void theSameSumsToOtherDocumentsAreAChange() {
        var first = Effects.none().plus(List.of(lineOf(among(claim(1, kronor(3))), payment(kronor(3), ocr(1)))));
        var second = Effects.none().plus(List.of(lineOf(among(claim(2, kronor(3))), payment(kronor(3), ocr(2)))));
        assertThat(first.changesTo(first)).isEmpty();
        assertThat(first.changesTo(second))
                .singleElement()
                .matches(Effects.Change::otherDocuments)
                .matches(change -> change.rehearsed().equals(change.booked()));
    }

    /** The law: payments that are rehearsed in chunks do as those that are matched one after the other. */
    @Test
    void whatIsForeseenIsAsGoodAsBooked() {
        var random = new Random(20_261_123);
        for (var round = 0; round < 300; round++) {
            var payments = new ArrayList<IncomingPayment>();
            for (var each = random.nextInt(12); each >= 0; each--) {
                payments.add(payment(kronor(50L * (random.nextInt(10) - 1)), ocr(1 + random.nextInt(3))));
            }
            OpenItem[] items = {claim(1, kronor(300)), claim(2, kronor(150)), offer(3, kronor(100))};
            var whole = among(items);
            var foreseen = Foreseen.nothing();
            var expected = Effects.none();
            var actual = Effects.none();
            for (var payment : payments) {
                expected = expected.plus(List.of(lineOf(whole, payment)));
                var next = among(foreseen.after(List.of(items)).toArray(OpenItem[]::new));
                var match = next.match(payment);
                actual = actual.plus(List.of(Effects.line(match, next.leavesOpen(match), example(payment.amount()))));
                foreseen.allocate(match);
            }
            assertThat(expected.changesTo(actual)).as("round %s", round).isEmpty();
        }
    }

    /** The law: the preview is what the entries of the payments amount to. */
    @Test
    void thePreviewTiesToTheEntries() {
        var random = new Random(20_261_124);
        for (var round = 0; round < 300; round++) {
            var open = among(claim(1, kronor(300)), claim(2, kronor(150)));
            var effects = Effects.none();
            Map<Integer, Long> balances = new HashMap<>();
            for (var each = 1 + random.nextInt(11); each > 0; each--) {
                var payment = payment(kronor(50L * (1 + random.nextInt(8))), ocr(1 + random.nextInt(3)));
                var match = open.match(payment);
                effects = effects.plus(List.of(Effects.line(match, open.leavesOpen(match), example(payment.amount()))));
                PaymentBooking.entry(payment, match, LocalDate.of(2027, 1, 4), CHART)
                        .postings()
                        .forEach(posting -> balances.merge(
                                posting.account(),
                                posting.amount().minorUnits() * (posting.side() == Side.DEBIT ? 1 : -1),
                                Long::sum));
            }
            var preview = EntryPreview.of(effects, CHART).get(0);
            Map<Integer, Long> shown = new HashMap<>();
            preview.lines()
                    .forEach(line -> shown.put(
                            line.account(),
                            line.debit().map(Money::minorUnits).orElse(0L)
                                    - line.credit().map(Money::minorUnits).orElse(0L)));
            assertThat(shown).as("round %s", round).isEqualTo(balances);
        }
    }

    private static Effects.Line lineOf(Reconciliation open, IncomingPayment payment) {
        var match = open.match(payment);
        return Effects.line(match, open.leavesOpen(match), example(payment.amount(), match));
    }

    private static Effects.Example example(Money amount) {
        return new Effects.Example(1, 0, amount, Optional.empty(), Optional.empty());
    }

    private static Effects.Example example(Money amount, Match match) {
        return new Effects.Example(
                1,
                0,
                amount,
                Optional.empty(),
                match.parts().stream().findFirst().map(Match.Part::invoice));
    }
}
