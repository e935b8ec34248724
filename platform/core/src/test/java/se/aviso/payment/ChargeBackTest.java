package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;
import static se.aviso.payment.PaymentFixture.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;

class ChargeBackTest {
    private static final GroupId SELLER = new GroupId(new UUID(3, 1));
    private static final GroupId OTHER = new GroupId(new UUID(3, 2));
    private static final CreditUse.Holder ANNA = holder(1);
    private static final PaymentId DEDUCTION = new PaymentId(new UUID(2, 9));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(2, 1));
    private static final ChargeBack.Booking BOOKING =
            new ChargeBack.Booking(LocalDate.of(2027, 2, 1), new ChartOfAccounts(Map.of()));

    @Test
    void whatWaitsGoesFirstThenTheBalanceThenTheNewestAllocation() {
        var taken = of(-450, source(500, 50, List.of(kept(1, 100)), List.of(allocated(2, 200), allocated(1, 150))));
        assertThat(taken.waiting()).isEqualTo(kronor(50));
        assertThat(taken.keptInAll()).isEqualTo(kronor(100));
        assertThat(taken.allocations()).extracting(ChargeBack.Given::taken).containsExactly(kronor(200), kronor(100));
        assertThat(taken.allocations()).extracting(ChargeBack.Given::rest).containsExactly(kronor(0), kronor(50));
        assertThat(taken.amount()).isEqualTo(kronor(450));
    }

    @Test
    void itsEntryMeetsTheDeductionInSuspense() {
        var source = source(500, 50, List.of(kept(1, 100)), List.of(allocated(2, 350)));
        var entry = of(-500, source).entry(DEDUCTION, PAYMENT, source, BOOKING);
        assertThat(entry.kind()).isEqualTo(EntryKind.CHARGE_BACK);
        assertThat(entry.postings())
                .containsExactly(
                        plain(2999, DEBIT, kronor(50)).by(PAYMENT),
                        plain(2420, DEBIT, kronor(100)).by(PAYMENT),
                        Posting.of(1510, DEBIT, kronor(350), id(2)).by(PAYMENT),
                        plain(2999, CREDIT, kronor(500)).by(DEDUCTION));
    }

    @Test
    void undoneBothWaitAgain() {
        var entry = ChargeBack.undone(DEDUCTION, PAYMENT, kronor(80), BOOKING);
        assertThat(entry.kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(entry.postings())
                .containsExactly(
                        plain(2999, DEBIT, kronor(80)).by(DEDUCTION),
                        plain(2999, CREDIT, kronor(80)).by(PAYMENT));
    }

    @Test
    void aBalanceThatWasUsedIsNotTakenBelowNothing() {
        var source = source(300, 0, List.of(kept(1, 300)), List.of());
        var taken = ChargeBack.of(deduction(-300), source, Map.of(ANNA, kronor(120)), Optional.empty());
        assertThat(taken.amount()).isEqualTo(kronor(120));
        assertThatThrownBy(() ->
                        ChargeBack.of(deduction(-300), source, Map.of(ANNA, kronor(120)), Optional.of(kronor(121))))
                .isInstanceOfSatisfying(RuleViolation.class, broken -> {
                    assertThat(broken.faults().get(0).code()).isEqualTo("charge-back-over");
                    assertThat(broken.faults().get(0).facts()).containsEntry("most", "120.00");
                });
        refused("conflict-charge-back-nothing", () -> ChargeBack.of(deduction(-1), source, Map.of(), Optional.empty()));
    }

    @Test
    void aPersonMayTakeLess() {
        var source = source(300, 0, List.of(), List.of(allocated(1, 300)));
        var taken = ChargeBack.of(deduction(-300), source, Map.of(), Optional.of(kronor(100)));
        assertThat(taken.amount()).isEqualTo(kronor(100));
        refused("charge-back-amount", () -> ChargeBack.of(deduction(-300), source, Map.of(), Optional.of(kronor(0))));
        refused(
                "charge-back-amount",
                () -> ChargeBack.of(
                        deduction(-300), source, Map.of(), Optional.of(new Money(100, PaymentFixture.EUR))));
    }

    @Test
    void onlyADeductionAndAPaymentOfOneSellerAndCurrencyBelongTogether() {
        var source = source(300, 300, List.of(), List.of());
        refused("charge-back-pair", () -> of(300, source));
        refused("charge-back-pair", () -> of(-300, source(-300, -300, List.of(), List.of())));
        refused("conflict-payment-settled", () -> of(0, source));
        refused(
                "charge-back-other-seller",
                () -> ChargeBack.of(new ChargeBack.Deduction(OTHER, kronor(-1)), source, Map.of(), Optional.empty()));
        var euro = new ChargeBack.Deduction(SELLER, new Money(-100, PaymentFixture.EUR));
        refused("charge-back-other-currency", () -> ChargeBack.of(euro, source, Map.of(), Optional.empty()));
    }

    /** Whatever a payment has been given to: what is left, allocated, kept and taken back is what was paid. */
    @ParameterizedTest
    @ValueSource(longs = {7, 19, 83})
    void noOreIsLostOrTakenTwice(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var waits = random.nextInt(300);
            var refunded = random.nextInt(100);
            var kept = new ArrayList<ChargeBack.Kept>();
            var allocations = new ArrayList<ChargeBack.Allocated>();
            for (var each = 0; each < random.nextInt(4); each++) {
                kept.add(
                        new ChargeBack.Kept(new UUID(4, each), holder(random.nextInt(2)), ore(1 + random.nextInt(99))));
            }
            for (var each = 0; each < random.nextInt(4); each++) {
                allocations.add(new ChargeBack.Allocated(new UUID(5, each), id(each), ore(1 + random.nextInt(200))));
            }
            var paid = ore(waits + refunded + sumKept(kept) + sumAllocated(allocations));
            if (paid.isZero()) {
                continue;
            }
            var balances = new HashMap<CreditUse.Holder, Money>();
            balances.put(holder(0), ore(random.nextInt(200)));
            balances.put(holder(1), ore(random.nextInt(200)));
            var deducted = ore(-1 - random.nextInt(900));
            var source = new ChargeBack.Source(SELLER, paid, ore(waits), kept, allocations);
            ChargeBack taken;
            try {
                taken = ChargeBack.of(new ChargeBack.Deduction(SELLER, deducted), source, balances, Optional.empty());
            } catch (RuleViolation nothing) {
                assertThat(nothing.faults().get(0).code()).isEqualTo("conflict-charge-back-nothing");
                assertThat(waits + sumAllocated(allocations)).isZero();
                continue;
            }
            var rest = ore(waits).minus(taken.waiting());
            var stillKept = ore(sumKept(kept)).minus(taken.keptInAll());
            var stillAllocated = ore(sumAllocated(allocations)).minus(taken.allocatedInAll());
            assertThat(rest.plus(stillKept)
                            .plus(stillAllocated)
                            .plus(taken.amount())
                            .plus(ore(refunded)))
                    .isEqualTo(paid);
            assertThat(List.of(rest, stillKept, stillAllocated)).noneMatch(Money::isNegative);
            assertThat(taken.amount()).isLessThanOrEqualTo(deducted.negated());
            for (var who = 0; who < 2; who++) {
                var holder = holder(who);
                var gone = ore(0);
                for (var each : kept) {
                    if (each.holder().equals(holder)) {
                        gone = gone.plus(taken.kept().stream()
                                .filter(given -> given.id().equals(each.id()))
                                .map(ChargeBack.Given::taken)
                                .reduce(ore(0), Money::plus));
                    }
                }
                assertThat(gone).isLessThanOrEqualTo(balances.getOrDefault(holder, ore(0)));
            }
            taken.entry(DEDUCTION, PAYMENT, source, BOOKING); // balances, or it would not be there
        }
    }

    private static long sumKept(List<ChargeBack.Kept> kept) {
        return kept.stream().mapToLong(each -> each.amount().minorUnits()).sum();
    }

    private static long sumAllocated(List<ChargeBack.Allocated> allocated) {
        return allocated.stream().mapToLong(each -> each.amount().minorUnits()).sum();
    }

    private static ChargeBack of(long waits, ChargeBack.Source source) {
        return ChargeBack.of(deduction(waits), source, Map.of(ANNA, kronor(1_000)), Optional.empty());
    }

    private static ChargeBack.Deduction deduction(long waits) {
        return new ChargeBack.Deduction(SELLER, kronor(waits));
    }

    private static ChargeBack.Source source(
            long paid, long waits, List<ChargeBack.Kept> kept, List<ChargeBack.Allocated> allocations) {
        return new ChargeBack.Source(SELLER, kronor(paid), kronor(waits), kept, allocations);
    }

    private static ChargeBack.Kept kept(int number, long amount) {
        return new ChargeBack.Kept(new UUID(4, number), ANNA, kronor(amount));
    }

    private static ChargeBack.Allocated allocated(int number, long amount) {
        return new ChargeBack.Allocated(new UUID(5, number), id(number), kronor(amount));
    }

    private static CreditUse.Holder holder(int number) {
        return new CreditUse.Holder(new MemberId(new UUID(6, number)), SELLER);
    }

    private static Posting plain(int account, Side side, Money amount) {
        return new Posting(account, side, amount, Optional.empty(), Optional.empty());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.faults().get(0).code()).isEqualTo(code));
    }
}
