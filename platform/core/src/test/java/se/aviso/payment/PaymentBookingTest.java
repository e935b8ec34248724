package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.PaymentFixture.PAYMENT;
import static se.aviso.payment.PaymentFixture.among;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.ocr;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.part;
import static se.aviso.payment.PaymentFixture.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

class PaymentBookingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void aMatchedPaymentIsBookedFromBankToReceivables() {
        var entry = booked(payment(kronor(300), ocr(1)));
        assertThat(entry.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(entry.bookedOn()).isEqualTo(TODAY);
        assertThat(entry.postings()).containsExactly(plain(1930, DEBIT, kronor(300)), receivable(1, kronor(300)));
    }

    @Test
    void theRestIsBookedInSuspense() {
        assertThat(booked(payment(kronor(550), ocr(1), ocr(2))).postings())
                .containsExactly(
                        plain(1930, DEBIT, kronor(550)),
                        receivable(1, kronor(300)),
                        receivable(2, kronor(200)),
                        plain(2999, CREDIT, kronor(50)));
    }

    @Test
    void whatWaitsIsBookedInSuspenseWhole() {
        assertThat(booked(payment(kronor(300), "okänt")).postings())
                .containsExactly(plain(1930, DEBIT, kronor(300)), plain(2999, CREDIT, kronor(300)));
    }

    @Test
    void aDeductionIsBookedTheOtherWayRound() {
        assertThat(booked(payment(kronor(-100), ocr(1))).postings())
                .containsExactly(plain(1930, CREDIT, kronor(100)), plain(2999, DEBIT, kronor(100)));
    }

    @Test
    void theTenantsOwnAccountsAreUsed() {
        var chart = new ChartOfAccounts(
                Map.of(AccountRole.BANK, 1920, AccountRole.RECEIVABLES, 1515, AccountRole.SUSPENSE, 2990));
        var payment = payment(kronor(350), ocr(1));
        assertThat(PaymentBooking.entry(payment, items().match(payment), TODAY, chart)
                        .postings())
                .extracting(Posting::account)
                .containsExactly(1920, 1515, 2990);
    }

    @Test
    void everyOreOfAPaymentIsAccountedForAndNothingIsPaidTwice() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var open = IntStream.rangeClosed(1, 4)
                    .mapToObj(n -> n == 4 ? offer(n, small(random)) : claim(n, small(random)))
                    .toArray(OpenItem[]::new);
            var reconciliation = among(open);
            var received = new long[5];
            for (var file = 0; file < 12; file++) {
                var payment = anyPayment(random);
                var match = reconciliation.match(payment);
                var taken = match.parts().stream().map(Match.Part::amount).reduce(kronor(0), Money::plus);
                assertThat(taken.plus(match.rest()))
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(payment.amount());
                match.parts()
                        .forEach(part -> received[number(part)] += part.amount().minorUnits());
                requireBankHolds(payment, PaymentBooking.entry(payment, match, TODAY, ChartOfAccounts.bas()));
            }
            for (var item : open) {
                assertThat(received[(int) item.id().value().getLeastSignificantBits()])
                        .as("seed %d round %d: %s", seed, round, item)
                        .isBetween(0L, item.claimed().minorUnits());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, OVERPAID", "1, NONE"})
    void aRestHasAReasonAndAReasonHasARest(long rest, SuspenseReason reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Match(List.of(), kronor(rest), reason))
                .withMessageContaining(reason.name());
    }

    private static void requireBankHolds(IncomingPayment payment, LedgerEntry entry) {
        Predicate<Posting> bank = posting -> posting.account() == 1930;
        var sum = entry.postings().stream()
                .filter(bank)
                .map(p -> p.side() == DEBIT ? p.amount() : p.amount().negated())
                .reduce(kronor(0), Money::plus);
        assertThat(sum).isEqualTo(payment.amount());
        assertThat(entry.postings()).allMatch(p -> p.payment().equals(Optional.of(PAYMENT)));
    }

    private static IncomingPayment anyPayment(Random random) {
        var references = random.ints(random.nextInt(4), 1, 6)
                .mapToObj(number -> anyReference(random, number))
                .toArray(PaymentReference[]::new);
        return payment(Money.ore(random.nextLong(-2, 20)), references);
    }

    private static PaymentReference anyReference(Random random, int number) {
        var free = PaymentReference.Kind.FREE;
        return switch (random.nextInt(3)) {
            case 0 -> part(number, Money.ore(random.nextLong(-1, 10)));
            case 1 -> new PaymentReference("Avi " + ocr(number), free, Optional.empty());
            default -> new PaymentReference(ocr(number), free, Optional.empty());
        };
    }

    private static Money small(Random random) {
        return Money.ore(random.nextInt(12));
    }

    private static int number(Match.Part part) {
        return (int) part.invoice().value().getLeastSignificantBits();
    }

    private static Reconciliation items() {
        return among(claim(1, kronor(300)), claim(2, kronor(200)));
    }

    private static LedgerEntry booked(IncomingPayment payment) {
        return PaymentBooking.entry(payment, items().match(payment), TODAY, ChartOfAccounts.bas());
    }

    private static Posting receivable(int number, Money amount) {
        return Posting.of(1510, CREDIT, amount, id(number)).by(PAYMENT);
    }

    private static Posting plain(int account, Side side, Money amount) {
        return new Posting(account, side, amount, Optional.empty(), Optional.of(PAYMENT));
    }
}
