package se.aviso.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

class RefundRulesTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BO = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    @Test
    void aboveTheLimitASecondPersonIsAsked() {
        assertThat(RefundRules.begun(kronor(500), ore(0), kronor(500))).isEqualTo(RefundState.APPROVED);
        assertThat(RefundRules.begun(ore(500_01), ore(0), kronor(500))).isEqualTo(RefundState.PROPOSED);
        assertThat(RefundRules.begun(ore(1), ore(0), kronor(0))).isEqualTo(RefundState.PROPOSED);
        assertThat(RefundRules.begun(kronor(300), kronor(300), kronor(500)))
                .as("split to stay below")
                .isEqualTo(RefundState.PROPOSED);
        assertThatCode(() -> RefundRules.requireApprovable(RefundState.PROPOSED, ANNA, BO))
                .doesNotThrowAnyException();
        refused("refund-second-person", () -> RefundRules.requireApprovable(RefundState.PROPOSED, ANNA, ANNA));
    }

    @Test
    void whatCountsIsTheSameMoneyAndWhatWentToTheSameAccount() {
        var account = PayeeAccount.read(PayeeAccount.Kind.ACCOUNT, "5839-8257466");
        var iban = PayeeAccount.read(PayeeAccount.Kind.IBAN, "SE4550000000058398257466");
        var giro = PayeeAccount.read(PayeeAccount.Kind.BANKGIRO, "991-2346");
        var lately = List.of(
                new RefundRules.PaidAlone(iban, false, ore(100)),
                new RefundRules.PaidAlone(giro, true, ore(20)),
                new RefundRules.PaidAlone(giro, false, ore(3)));
        assertThat(RefundRules.before(lately, account)).isEqualTo(ore(120));
        assertThat(RefundRules.before(lately, giro)).isEqualTo(ore(23));
        assertThat(RefundRules.before(List.of(), giro)).isEqualTo(ore(0));
    }

    @Test
    void ofAnotherCurrencyASecondPersonIsAlwaysAsked() {
        var euro = new Money(1, Currency.getInstance("EUR"));
        assertThat(RefundRules.begun(euro, ore(0), kronor(500))).isEqualTo(RefundState.PROPOSED);
    }

    @Test
    void aFileIsWithdrawnUntilTheBankHasSaidAnythingOfIt() {
        var sent = List.of(RefundState.EXPORTED, RefundState.EXPORTED);
        assertThatCode(() -> RefundRules.requireWithdrawable(false, false, sent))
                .doesNotThrowAnyException();
        refused("conflict-refund-file-withdrawn", () -> RefundRules.requireWithdrawable(true, false, List.of()));
        refused("conflict-refund-file-answered", () -> RefundRules.requireWithdrawable(false, true, sent));
        var paid = List.of(RefundState.EXPORTED, RefundState.PAID);
        refused("conflict-refund-file-answered", () -> RefundRules.requireWithdrawable(false, false, paid));
    }

    @Test
    void aFileSaysOnOneLineWhomItIsFor() {
        assertThatCode(() -> RefundRules.requireTexts("Åsa Öberg-Ek", "")).doesNotThrowAnyException();
        refused("refund-payee", () -> RefundRules.requireTexts("", ""));
        refused("refund-payee", () -> RefundRules.requireTexts("A".repeat(71), ""));
        refused("refund-payee", () -> RefundRules.requireTexts("Anna\u0000", ""));
        refused("refund-payee", () -> RefundRules.requireTexts("Anna\u202Eanna", ""));
        refused("refund-note", () -> RefundRules.requireTexts("Anna", "ett\ntvå"));
        refused("refund-note", () -> RefundRules.requireTexts("Anna", "\uD83D\uDE00"));
    }

    @ParameterizedTest
    @EnumSource(RefundState.class)
    void whatMayBecomeOfItFollowsFromItsState(RefundState state) {
        if (state != RefundState.PROPOSED) {
            refused("conflict-refund-decided", () -> RefundRules.requireApprovable(state, ANNA, BO));
        }
        if (!state.isOwed()) {
            refused("conflict-refund-decided", () -> RefundRules.requireCancellable(state));
        }
        if (state == RefundState.EXPORTED) {
            refused("conflict-refund-sent", () -> RefundRules.requireCancellable(state));
        }
        if (state != RefundState.APPROVED && state != RefundState.EXPORTED) {
            refused("conflict-refund-not-approved", () -> RefundRules.requirePayable(state, DAY, DAY, DAY));
        }
        if (state != RefundState.EXPORTED && state != RefundState.PAID) {
            refused("conflict-refund-not-sent", () -> RefundRules.requireFailable(state));
        }
    }

    @Test
    void itIsPaidOnADayThatHasBeenSinceItWasProposed() {
        refused(
                "refund-paid-day",
                () -> RefundRules.requirePayable(RefundState.APPROVED, DAY, DAY.minusDays(1), DAY.plusDays(3)));
        refused(
                "refund-paid-day",
                () -> RefundRules.requirePayable(RefundState.APPROVED, DAY, DAY.plusDays(4), DAY.plusDays(3)));
        assertThatCode(() -> RefundRules.requirePayable(RefundState.EXPORTED, DAY, DAY, DAY.plusDays(3)))
                .doesNotThrowAnyException();
    }

    @Test
    void itCameBackAsAPaymentOfWhichSoMuchWaitsToWhomeverPaidIt() {
        var seller = new GroupId(new UUID(0, 7));
        var other = new GroupId(new UUID(0, 8));
        var euro = new Money(7_100, Currency.getInstance("EUR"));
        assertThatCode(() -> RefundRules.requireCameBack(seller, Money.ore(7_100), seller, Money.ore(7_100)))
                .doesNotThrowAnyException();
        assertThatCode(() -> RefundRules.requireCameBack(seller, Money.ore(7_100), seller, Money.ore(7_500)))
                .doesNotThrowAnyException();
        refused(
                "refund-came-back",
                () -> RefundRules.requireCameBack(seller, Money.ore(7_100), seller, Money.ore(7_099)));
        refused(
                "refund-came-back",
                () -> RefundRules.requireCameBack(seller, Money.ore(7_100), other, Money.ore(7_100)));
        refused("refund-came-back", () -> RefundRules.requireCameBack(seller, Money.ore(7_100), seller, euro));
        var day = LocalDate.of(2027, 3, 1);
        assertThatCode(() -> RefundRules.requireLater(false, day, day)).doesNotThrowAnyException();
        refused("refund-came-back-before", () -> RefundRules.requireLater(true, day, day));
        refused("refund-came-back-before", () -> RefundRules.requireLater(false, day, day.minusDays(1)));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(RuleViolation.Fault::code)
                                .containsExactly(code));
    }
}
