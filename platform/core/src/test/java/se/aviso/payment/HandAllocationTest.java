package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.aviso.accounting.Side.CREDIT;
import static se.aviso.accounting.Side.DEBIT;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.PAYMENT;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Posting;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class HandAllocationTest {
    private static final GroupId SELLER = new GroupId(new UUID(3, 1));
    private static final GroupId OTHER_SELLER = new GroupId(new UUID(3, 2));

    @Test
    void whatIsChosenWithoutAnAmountTakesAllThatItCan() {
        var match = allocate(kronor(700), of(claim(1, kronor(700))));
        assertThat(match).isEqualTo(new Match(List.of(to(1, kronor(700))), kronor(0), SuspenseReason.NONE));
    }

    @Test
    void whatIsOverWhenAllIsPaidWaitsAsOverpaid() {
        var match = allocate(kronor(700), of(claim(1, kronor(575))));
        assertThat(match).isEqualTo(new Match(List.of(to(1, kronor(575))), kronor(125), SuspenseReason.OVERPAID));
    }

    @Test
    void whatAPersonKeepsBackWaitsForTheReasonItHad() {
        var match = allocate(kronor(700), of(claim(1, kronor(575)), kronor(300)));
        assertThat(match).isEqualTo(new Match(List.of(to(1, kronor(300))), kronor(400), SuspenseReason.NO_REFERENCE));
    }

    @Test
    void oneDocumentAfterTheOtherTakesWhatIsLeft() {
        var match = allocate(kronor(700), of(claim(1, kronor(450))), of(claim(2, kronor(450))));
        assertThat(match.parts()).containsExactly(to(1, kronor(450)), to(2, kronor(250)));
    }

    @Test
    void anOfferIsTakenWhole() {
        assertThat(allocate(kronor(300), of(offer(1, kronor(300)))).parts()).containsExactly(to(1, kronor(300)));
        assertThat(faults(kronor(200), of(offer(1, kronor(300))))).containsExactly("allocation-offer-short");
    }

    @Test
    void aDocumentTakesNoMoreThanIsOpen() {
        assertThat(faults(kronor(700), of(claim(1, kronor(575)), kronor(576)))).containsExactly("allocation-over-open");
    }

    @Test
    void noMoreIsGivenThanWaits() {
        assertThat(faults(kronor(500), of(claim(1, kronor(575)), kronor(501))))
                .containsExactly("allocation-over-payment");
        assertThat(faults(kronor(500), of(claim(1, kronor(575))), of(claim(2, kronor(5)))))
                .containsExactly("allocation-over-payment");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void nothingAndLessAreNoAmounts(long ore) {
        assertThat(faults(kronor(500), of(claim(1, kronor(575)), Money.ore(ore))))
                .containsExactly("allocation-amount");
    }

    @ParameterizedTest
    @CsvSource({"CREDITED, allocation-credited", "LAPSED, allocation-lapsed"})
    void whatCannotBePaidCannotBeChosen(OpenItem.State state, String code) {
        assertThat(faults(kronor(500), of(in(state, claim(1, kronor(500)))))).containsExactly(code);
    }

    @Test
    void whatIsPaidAlreadyIsInConflict() {
        assertThat(faults(kronor(500), of(claim(1, kronor(0))))).containsExactly("conflict-invoice-settled");
        assertThat(faults(kronor(0), of(claim(1, kronor(500))))).containsExactly("conflict-payment-settled");
    }

    @Test
    void nobodyPaysAnotherSellersDocument() {
        var other = new HandAllocation.Choice(claim(1, kronor(500)), OTHER_SELLER, Optional.empty());
        assertThat(faults(kronor(500), other)).containsExactly("allocation-other-seller");
    }

    @Test
    void nobodyPaysInAnotherCurrency() {
        assertThat(faults(kronor(500), of(claim(1, new Money(500, EUR))))).containsExactly("allocation-other-currency");
    }

    @Test
    void aDeductionIsNotAllocatedByHand() {
        assertThat(faults(kronor(-100), of(claim(1, kronor(500))))).containsExactly("allocation-of-deduction");
    }

    @Test
    void aDocumentIsChosenOnceAndSomethingIsChosen() {
        assertThat(faults(kronor(500), of(claim(1, kronor(500))), of(claim(1, kronor(500)))))
                .containsExactly("allocation-twice");
        assertThat(faults(kronor(500))).containsExactly("allocation-count");
    }

    @Test
    void allFaultsAreNamedAtTheirPlaces() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> allocate(
                        kronor(500),
                        of(in(OpenItem.State.CREDITED, claim(1, kronor(500)))),
                        of(claim(2, kronor(100)), kronor(101))))
                .satisfies(violation -> assertThat(violation.faults())
                        .extracting(RuleViolation.Fault::pointer)
                        .containsExactly("/allocations/0/invoiceId", "/allocations/1/amount"));
    }

    @Test
    void noOreIsLostOrInventedWhateverIsChosen() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var rest = Money.ore(random.nextInt(1, 60));
            var choices = IntStream.rangeClosed(1, random.nextInt(1, 5))
                    .mapToObj(number -> of(claim(number, Money.ore(random.nextInt(1, 40)))))
                    .toArray(HandAllocation.Choice[]::new);
            var match = allocatedOrNothing(rest, choices);
            var taken = match.parts().stream().map(Match.Part::amount).reduce(kronor(0), Money::plus);
            assertThat(taken.plus(match.rest()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(rest);
            assertThat(match.parts())
                    .as("seed %d round %d", seed, round)
                    .allMatch(part -> Arrays.stream(choices)
                            .anyMatch(choice -> choice.item().id().equals(part.invoice())
                                    && part.amount().compareTo(choice.item().open()) <= 0));
        }
    }

    @Test
    void moneyThatWaitedIsBookedFromSuspenseToReceivables() {
        var day = LocalDate.of(2026, 11, 23);
        var entry = PaymentBooking.allocation(
                PAYMENT, List.of(to(1, kronor(300)), to(2, kronor(200))), day, ChartOfAccounts.bas());
        assertThat(entry.kind()).isEqualTo(EntryKind.ALLOCATION);
        assertThat(entry.postings())
                .containsExactly(
                        new Posting(2999, DEBIT, kronor(500), Optional.empty(), Optional.of(PAYMENT)),
                        Posting.of(1510, CREDIT, kronor(300), id(1)).by(PAYMENT),
                        Posting.of(1510, CREDIT, kronor(200), id(2)).by(PAYMENT));
    }

    @Test
    void anAllocationIsGivenBackWholeAndOnce() {
        assertThat(past(PastAllocation.Standing.VALID).givenBack()).isEqualTo(to(1, kronor(300)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> past(PastAllocation.Standing.UNDONE).givenBack())
                .withMessageContaining("conflict-allocation-undone");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> past(PastAllocation.Standing.REVERSAL).givenBack())
                .withMessageContaining("allocation-is-reversal");
    }

    private static PastAllocation past(PastAllocation.Standing standing) {
        return new PastAllocation(id(1), kronor(300), standing);
    }

    private static HandAllocation.Choice of(OpenItem item) {
        return new HandAllocation.Choice(item, SELLER, Optional.empty());
    }

    private static HandAllocation.Choice of(OpenItem item, Money amount) {
        return new HandAllocation.Choice(item, SELLER, Optional.of(amount));
    }

    private static Match allocate(Money rest, HandAllocation.Choice... choices) {
        return HandAllocation.allocate(
                new HandAllocation.Waiting(SELLER, rest, SuspenseReason.NO_REFERENCE),
                List.of(choices),
                Tolerance.NONE);
    }

    private static Match allocatedOrNothing(Money rest, HandAllocation.Choice... choices) {
        try {
            return allocate(rest, choices);
        } catch (RuleViolation refused) {
            return new Match(List.of(), rest, SuspenseReason.NO_REFERENCE);
        }
    }

    private static List<String> faults(Money rest, HandAllocation.Choice... choices) {
        var codes = new ArrayList<String>();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> allocate(rest, choices))
                .satisfies(violation -> violation.faults().forEach(fault -> codes.add(fault.code())));
        return codes;
    }
}
