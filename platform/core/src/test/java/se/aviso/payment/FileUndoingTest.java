package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Side;
import se.aviso.credit.CreditBooking;
import se.aviso.credit.CreditUse;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.FileUndoing.Hindrance;
import se.aviso.payment.FileUndoing.Obstacle;

class FileUndoingTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 7);
    private static final LocalDate LATER = LocalDate.of(2027, 2, 1);
    private static final ChartOfAccounts CHART = new ChartOfAccounts(Map.of());
    private static final CreditUse.Holder ANNA =
            new CreditUse.Holder(new MemberId(new UUID(6, 1)), new GroupId(new UUID(3, 1)));
    private static final FileUndoing.Purse PURSE = new FileUndoing.Purse(ANNA, "SEK");

    @Test
    void whatIsAllocatedOrWaitsHindersNothing() {
        var stands = List.of(stand(1, 300, List.of(to(1, kronor(300))), 0, 0, 0), stand(2, 200, List.of(), 0, 0, 0));
        assertThat(hindrances(stands, 0)).isEmpty();
    }

    @Test
    void whatWasPaidBackOrTakenBackHinders() {
        var stands = List.of(stand(1, 300, List.of(), 0, 100, 0), stand(2, 300, List.of(), 0, 0, 50));
        assertThat(hindrances(stands, 0))
                .containsExactly(
                        new Hindrance(payment(1), Obstacle.REFUNDED, kronor(100)),
                        new Hindrance(payment(2), Obstacle.CHARGED_BACK, kronor(50)));
    }

    @Test
    void aBalanceThatIsThereForAllOfThemHindersNothing() {
        var stands = List.of(stand(1, 300, List.of(), 60, 0, 0), stand(2, 300, List.of(), 40, 0, 0));
        assertThat(hindrances(stands, 100)).isEmpty();
    }

    @Test
    void aBalanceThatWasUsedIsToldForEachPaymentThatWentToIt() {
        var stands = List.of(stand(1, 300, List.of(), 60, 0, 0), stand(2, 300, List.of(), 40, 0, 0));
        assertThat(hindrances(stands, 99))
                .containsExactly(
                        new Hindrance(payment(1), Obstacle.BALANCE_USED, kronor(60)),
                        new Hindrance(payment(2), Obstacle.BALANCE_USED, kronor(40)));
    }

    @Test
    void aClaimThatWasCreditedAfterItWasPaidHinders() {
        var stands = List.of(stand(1, 300, List.of(to(1, kronor(300))), 0, 0, 0));
        var credited = Settlement.open(kronor(300)).receiving(kronor(300)).crediting(kronor(300));
        assertThat(FileUndoing.hindrances(stands, Map.of(), Map.of(id(1), credited)))
                .containsExactly(new Hindrance(payment(1), Obstacle.KEPT_FOR_PAYER, kronor(300)));
    }

    @Test
    void theRefusalNamesEachPaymentUpToABound() {
        var many = new ArrayList<PaymentStand>();
        for (var number = 1; number <= 5; number++) {
            many.add(stand(number, 300, List.of(), 0, 100, 0));
        }
        assertThatThrownBy(() -> FileUndoing.requireNothingHinders(hindrances(many, 0), 3))
                .isInstanceOfSatisfying(RuleViolation.class, broken -> {
                    assertThat(broken.faults())
                            .extracting(RuleViolation.Fault::code)
                            .containsExactly(
                                    "conflict-bank-file-hindered", "undo-refunded", "undo-refunded", "undo-refunded");
                    assertThat(broken.faults().get(0).facts()).containsEntry("payments", "5");
                });
        assertThatNoException().isThrownBy(() -> FileUndoing.requireNothingHinders(List.of(), 3));
    }

    @Test
    void aReasonIsGiven() {
        assertThat(FileUndoing.requireReason(" fel fil ")).isEqualTo("fel fil");
        for (var none : List.of("", "  ", "x".repeat(501))) {
            assertThatThrownBy(() -> FileUndoing.requireReason(none)).isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void anOreThatIsUnaccountedForIsRefused() {
        var elsewhere = new PaymentStand.Elsewhere(kronor(0), kronor(0), kronor(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentStand(payment(1), kronor(2), List.of(), List.of(), elsewhere));
    }

    /** Booked, allocated and kept as may be, then undone: on no account is anything left. */
    @ParameterizedTest
    @ValueSource(longs = {3, 31, 97})
    void undoneNothingIsLeftOnAnyAccount(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var amount = random.nextInt(10) == 0 ? -1L - random.nextInt(500) : 1L + random.nextInt(5_000);
            var waits = amount;
            var entries = new ArrayList<LedgerEntry>();
            var parts = new ArrayList<Match.Part>();
            var first = amount < 0 ? 0 : random.nextLong(waits + 1);
            if (first > 0) {
                parts.add(to(1, ore(first)));
                waits -= first;
            }
            var match = new Match(parts, ore(waits), waits == 0 ? SuspenseReason.NONE : SuspenseReason.OVERPAID);
            entries.add(
                    PaymentBooking.entry(new IncomingPayment(payment(1), ore(amount), List.of()), match, DAY, CHART));
            var second = waits <= 0 ? 0 : random.nextLong(waits + 1);
            if (second > 0) {
                var part = to(2, ore(second));
                entries.add(PaymentBooking.allocation(payment(1), List.of(part), DAY, CHART));
                parts.add(part);
                waits -= second;
            }
            var third = waits <= 0 ? 0 : random.nextLong(waits + 1);
            var kept = new ArrayList<PaymentStand.Kept>();
            if (third > 0) {
                entries.add(CreditBooking.kept(payment(1), ore(third), DAY, CHART));
                kept.add(new PaymentStand.Kept(ANNA, ore(third)));
                waits -= third;
            }
            var elsewhere = new PaymentStand.Elsewhere(ore(0), ore(0), ore(waits));
            var stand = new PaymentStand(payment(1), ore(amount), parts, kept, elsewhere);
            entries.add(PaymentBooking.undone(stand, LATER, CHART));
            assertThat(balances(entries).values()).as("round " + round).allMatch(balance -> balance == 0);
        }
    }

    @Test
    void whatADeductionTookOfABalanceComesBackToItAndHindersNothing() {
        var nowhere = new PaymentStand.Elsewhere(kronor(0), kronor(0), kronor(0));
        var deduction = new PaymentStand(
                payment(1), kronor(-450), List.of(), List.of(new PaymentStand.Kept(ANNA, kronor(-450))), nowhere);
        assertThat(hindrances(List.of(deduction), 0)).isEmpty();
        var entries = List.of(
                PaymentBooking.entry(
                        new IncomingPayment(payment(1), kronor(-450), List.of()),
                        new Match(List.of(), kronor(-450), SuspenseReason.DEDUCTION),
                        DAY,
                        CHART),
                CreditBooking.takenByBank(payment(1), kronor(450), DAY, CHART),
                PaymentBooking.undone(deduction, LATER, CHART));
        assertThat(balances(entries).values()).allMatch(balance -> balance == 0);
    }

    private static Map<String, Long> balances(List<LedgerEntry> entries) {
        var balances = new HashMap<String, Long>();
        entries.forEach(entry -> entry.postings()
                .forEach(posting -> balances.merge(
                        posting.account() + "/" + posting.invoice(),
                        posting.side() == Side.DEBIT
                                ? posting.amount().minorUnits()
                                : -posting.amount().minorUnits(),
                        Long::sum)));
        return balances;
    }

    private static List<Hindrance> hindrances(List<PaymentStand> stands, long balance) {
        return FileUndoing.hindrances(stands, Map.of(PURSE, kronor(balance)), Map.of());
    }

    private static PaymentStand stand(
            int number, long amount, List<Match.Part> parts, long kept, long refunded, long chargedBack) {
        var allocated = parts.stream().map(Match.Part::amount).reduce(kronor(0), Money::plus);
        var waits = kronor(amount - kept - refunded - chargedBack).minus(allocated);
        var purse = kept == 0 ? List.<PaymentStand.Kept>of() : List.of(new PaymentStand.Kept(ANNA, kronor(kept)));
        return new PaymentStand(
                payment(number),
                kronor(amount),
                parts,
                purse,
                new PaymentStand.Elsewhere(kronor(refunded), kronor(chargedBack), waits));
    }

    private static PaymentId payment(int number) {
        return new PaymentId(new UUID(2, number));
    }
}
