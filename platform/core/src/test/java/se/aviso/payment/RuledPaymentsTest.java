package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;
import static se.aviso.payment.PaymentFixture.EUR;
import static se.aviso.payment.PaymentFixture.claim;
import static se.aviso.payment.PaymentFixture.id;
import static se.aviso.payment.PaymentFixture.in;
import static se.aviso.payment.PaymentFixture.offer;
import static se.aviso.payment.PaymentFixture.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.RuledPayments.Owed;

class RuledPaymentsTest {
    private static final GroupId SELLER = new GroupId(new UUID(3, 1));
    private static final GroupId OTHER_SELLER = new GroupId(new UUID(3, 2));
    private static final MemberId ADA = new MemberId(new UUID(4, 1));
    private static final MemberId BO = new MemberId(new UUID(4, 2));
    private static final PayerMark ACCOUNT = new PayerMark(PayerMark.Kind.ACCOUNT, "50001234567");
    private static final PayerMark NAME = new PayerMark(PayerMark.Kind.NAME, "ada ek");
    private static final PayerRule RULE = rule(1, ACCOUNT, ADA);
    private static final LocalDate DUE = LocalDate.of(2026, 10, 31);

    @Test
    void moneyFromThePayerSettlesTheOneClaimOfThatAmount() {
        var ruled = payments(owed(claim(1, kronor(200))), owed(claim(2, kronor(300))))
                .match(of(kronor(300)));
        assertThat(ruled).contains(new RuledPayments.Ruled(RULE.id(), whole(to(2, kronor(300)))));
    }

    @Test
    void moneyForAllThatIsOpenSettlesAll() {
        var ruled = payments(owed(claim(1, kronor(200))), owed(claim(2, kronor(300))))
                .match(of(kronor(500)));
        assertThat(ruled.orElseThrow().match()).isEqualTo(whole(to(1, kronor(200)), to(2, kronor(300))));
    }

    @Test
    void ofTwoOfTheSameAmountTheOneThatIsDueFirstIsPaid() {
        var later = new Owed(claim(1, kronor(300)), ADA, SELLER, DUE.plusDays(1));
        var payments = payments(later, owed(claim(2, kronor(300))));
        assertThat(payments.match(of(kronor(300))).orElseThrow().match()).isEqualTo(whole(to(2, kronor(300))));
        assertThat(payments.match(of(kronor(300))).orElseThrow().match()).isEqualTo(whole(to(1, kronor(300))));
        assertThat(payments.match(of(kronor(300)))).isEmpty();
    }

    @Test
    void anOfferIsTakenWhereNoClaimFits() {
        var ruled = payments(owed(offer(1, kronor(300))), owed(claim(2, kronor(200))))
                .match(of(kronor(300)));
        assertThat(ruled.orElseThrow().match()).isEqualTo(whole(to(1, kronor(300))));
    }

    @Test
    void anOfferIsNoDebtAndIsNotAddedToThem() {
        assertThat(payments(owed(offer(1, kronor(300))), owed(claim(2, kronor(200))))
                        .match(of(kronor(500))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"299.99", "300.01", "1.00", "0.00", "-300.00"})
    void anyOtherAmountWaits(String amount) {
        var paid = Money.parse(amount, kronor(1).currency());
        assertThat(payments(owed(claim(1, kronor(300)))).match(of(paid))).isEmpty();
    }

    @Test
    void aFewOreTooLittleAreRoundedOff() {
        var payments = new RuledPayments(
                List.of(RULE),
                List.of(owed(claim(1, kronor(200))), owed(claim(2, kronor(300)))),
                new Tolerance(kronor(1)));
        var match = payments.match(of(ore(49_950))).orElseThrow().match();
        assertThat(match.parts()).containsExactly(to(1, kronor(200)), to(2, ore(29_950)));
        assertThat(match.rounding()).contains(to(2, ore(50)));
        assertThat(payments.match(of(ore(50)))).isEmpty();
    }

    @Test
    void whatCannotTakeMoneyIsNotOpen() {
        var credited = in(OpenItem.State.CREDITED, claim(1, kronor(300)));
        var euro = claim(2, new Money(30_000, EUR));
        assertThat(payments(owed(credited), owed(euro)).match(of(kronor(300)))).isEmpty();
    }

    @Test
    void anotherSellersMoneyIsNotTouched() {
        var elsewhere = new Owed(claim(1, kronor(300)), ADA, OTHER_SELLER, DUE);
        assertThat(payments(elsewhere).match(of(kronor(300)))).isEmpty();
        var other = new RuledPayments.Unnamed(OTHER_SELLER, kronor(300), Set.of(ACCOUNT));
        assertThat(payments(elsewhere).match(other)).isEmpty();
    }

    @Test
    void whereTwoRulesMeanDifferentMembersNoneActs() {
        var rules = List.of(rule(1, ACCOUNT, ADA), rule(2, NAME, BO));
        var payments = new RuledPayments(rules, List.of(owed(claim(1, kronor(300)))), Tolerance.NONE);
        assertThat(payments.match(new RuledPayments.Unnamed(SELLER, kronor(300), Set.of(ACCOUNT, NAME))))
                .isEmpty();
    }

    @Test
    void whereTwoRulesMeanTheSameMemberTheSurerOneHasActed() {
        var rules = List.of(rule(2, NAME, ADA), rule(1, ACCOUNT, ADA));
        var payments = new RuledPayments(rules, List.of(owed(claim(1, kronor(300)))), Tolerance.NONE);
        assertThat(payments.match(new RuledPayments.Unnamed(SELLER, kronor(300), Set.of(ACCOUNT, NAME))))
                .map(RuledPayments.Ruled::rule)
                .contains(RULE.id());
    }

    @ParameterizedTest
    @EnumSource(
            value = SuspenseReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_REFERENCE", "UNKNOWN_REFERENCE"})
    void whatAPayerOrAPersonHasSaidIsNotOverruled(SuspenseReason reason) {
        assertThat(RuledPayments.mayAct(reason)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "avgiften,false",
        "Medlemsavgift 2028,false",
        "Avser faktura 1809,true",
        "0000002722,true",
        "rum 12,false",
        "nr 521,true"
    })
    void aNumberInATextIsForAPerson(String text, boolean names) {
        assertThat(RuledPayments.namesANumber(List.of("tack", text))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCOUNT,             5000-123 45 67, 50001234567
            ACCOUNT,             se45 5000 0000, SE4550000000
            ORGANISATION_NUMBER, 802002-4711,    8020024711
            ORGANISATION_NUMBER, 168020024711,   8020024711
            NAME,                ignored,        ada ek
            """)
    void aMarkHasOneForm(PayerMark.Kind kind, String text, String value) {
        assertThat(PayerMark.of(kind, text, Set.of("ek", "ada"))).isEqualTo(new PayerMark(kind, value));
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT,12", "ORGANISATION_NUMBER,8001014711", "NAME,Ada"})
    void tooLittleToRecogniseAnybodyByIsNoMark(PayerMark.Kind kind, String text) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> PayerMark.of(kind, text, Set.of("ada")))
                .satisfies(refused -> assertThat(refused.faults().get(0).code()).isEqualTo("payment-rule-mark"));
    }

    @Test
    void aPayerOfWhomNothingIsKnownHasNoMark() {
        assertThat(PayerMark.all("", "", Set.of("ada"))).isEmpty();
        assertThat(PayerMark.all("50001234567", "8020024711", Set.of("ada", "ek")))
                .hasSize(3);
    }

    /** Whatever is open and paid: a rule gives all of a payment or nothing, and no document more than is open. */
    @Test
    void aRuleGivesAllOrNothing() {
        var seed = 611_2026L;
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var left = new HashMap<InvoiceId, Money>();
            var owed = new ArrayList<Owed>();
            for (var number = 1; number <= 4; number++) {
                var open = ore(100L * (1 + random.nextInt(4)));
                left.put(id(number), open);
                var item = random.nextBoolean() ? claim(number, open) : offer(number, open);
                owed.add(new Owed(item, ADA, SELLER, DUE.plusDays(random.nextInt(3))));
            }
            var payments = new RuledPayments(List.of(RULE), owed, new Tolerance(ore(random.nextInt(20))));
            for (var paid = 0; paid < 4; paid++) {
                var amount = ore(90 + random.nextInt(900));
                payments.match(of(amount)).ifPresent(ruled -> {
                    var given = ruled.match().parts().stream()
                            .map(Match.Part::amount)
                            .reduce(ore(0), Money::plus);
                    assertThat(given).as("seed %d", seed).isEqualTo(amount);
                    ruled.match()
                            .received()
                            .forEach(each ->
                                    left.merge(each.invoice(), each.amount().negated(), Money::plus));
                    ruled.match()
                            .parts()
                            .forEach(each -> assertThat(Optional.ofNullable(left.get(each.invoice())))
                                    .as("seed %d", seed)
                                    .contains(ore(0)));
                });
            }
            assertThat(left.values()).as("seed %d", seed).noneMatch(Money::isNegative);
        }
    }

    private static PayerRule rule(int number, PayerMark mark, MemberId member) {
        return new PayerRule(new PayerRule.Id(new UUID(5, number)), SELLER, mark, member);
    }

    private static Owed owed(OpenItem item) {
        return new Owed(item, ADA, SELLER, DUE);
    }

    private static RuledPayments payments(Owed... owed) {
        return new RuledPayments(List.of(RULE), List.of(owed), Tolerance.NONE);
    }

    private static RuledPayments.Unnamed of(Money amount) {
        return new RuledPayments.Unnamed(SELLER, amount, Set.of(ACCOUNT));
    }

    private static Match whole(Match.Part... parts) {
        return new Match(List.of(parts), kronor(0), SuspenseReason.NONE);
    }
}
