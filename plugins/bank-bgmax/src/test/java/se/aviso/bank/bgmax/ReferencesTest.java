package se.aviso.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.bgmax.BgMaxFixture.money;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.readWhole;
import static se.aviso.bank.bgmax.BgMaxFixture.with;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.PaymentReference.Kind;

class ReferencesTest {
    @ParameterizedTest
    @CsvSource({"2,CHECKED", "3,FREE", "4,CHECKED", "5,FREE", "6,FREE", "7,FREE", "8,FREE", "9,FREE"})
    void theReferenceCodeSaysHowFarTheBankVouches(int code, Kind kind) {
        assertThat(referencesOf(payment(1, 100, code, "1230"))).containsExactly(reference("1230", kind));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPaymentWithoutReferenceHasNone(int code) {
        assertThat(referencesOf(payment(1, 100, code, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"655968", "22650", "65598"})
    void aReferenceWithAWrongCheckDigitIsKept(String text) {
        assertThat(referencesOf(payment(1, 100, 2, text))).containsExactly(reference(text, Kind.CHECKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"657866 658765 657767", "8012577,8013575,8014573,8", "medlem 17", "RF38123451"})
    void freeTextStaysAsThePayerWroteIt(String text) {
        assertThat(referencesOf(payment(1, 100, 3, text))).containsExactly(reference(text, Kind.FREE));
    }

    @Test
    void aCodeThatIsNoDigitMakesAFreeReference() {
        assertThat(referencesOf(with(payment(1, 100, 3, "1230"), 56, "x")))
                .containsExactly(reference("1230", Kind.FREE));
    }

    @Test
    void severalReferencesWithoutPartSumsComeCheckedFirst() {
        var references = referencesOf(
                payment(1, 100, 3, "1230 12351"), money("22", 1, 0, 2, "1230"), money("22", 1, 0, 2, "12351"));
        assertThat(references)
                .containsExactly(
                        reference("1230", Kind.CHECKED),
                        reference("12351", Kind.CHECKED),
                        reference("1230 12351", Kind.FREE));
    }

    @Test
    void aReferenceThatIsRepeatedIsKeptOnceAsItsMostCertainMention() {
        var references = referencesOf(
                payment(1, 100, 3, "1230"),
                money("22", 1, 0, 2, "1230"),
                money("22", 1, 0, 3, "1230"),
                money("22", 1, 0, 2, "1347"));
        assertThat(references).containsExactly(reference("1230", Kind.CHECKED), reference("1347", Kind.CHECKED));
    }

    @Test
    void partSumsArePositiveForClaimsAndNegativeForCreditNotes() {
        var log = readWhole(
                payment(1, 20_000, 0, ""), money("22", 1, 25_000, 4, "12351"), money("23", 1, 5_000, 4, "1347"));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::part)
                .containsExactly(Optional.of(Money.ore(25_000)), Optional.of(Money.ore(-5_000)));
        assertThat(log.noteCodes()).isEmpty();
    }

    @Test
    void partsOfARepeatedReferenceAreAddedUp() {
        var references = referencesOf(
                payment(1, 30_000, 0, ""), money("22", 1, 10_000, 4, "12351"), money("22", 1, 20_000, 4, "12351"));
        assertThat(references).extracting(PaymentReference::part).containsExactly(Optional.of(Money.ore(30_000)));
    }

    @Test
    void aCreditNoteWithoutPartIsMeantForNothing() {
        var references = referencesOf(payment(1, 100, 2, "1230"), money("23", 1, 0, 2, "1347"));
        assertThat(references.get(1).part()).contains(Money.ore(0));
    }

    @Test
    void partsThatDoNotAddUpToThePaymentAreNoted() {
        var log = readWhole(payment(1, 30_000, 0, ""), money("22", 1, 10_000, 4, "12351"));
        assertThat(log.noteCodes()).containsExactly("PART_SUM");
        assertThat(log.isAccepted()).isTrue();
    }

    @Test
    void anExtraReferenceWithABlankAmountHasNoPart() {
        var extra = with(money("22", 1, 0, 2, "1347"), 38, " ".repeat(18));
        assertThat(referencesOf(payment(1, 100, 0, ""), extra)).containsExactly(reference("1347", Kind.CHECKED));
    }

    @Test
    void aPartThatIsNoNumberMakesTheFileUntrustworthy() {
        var extra = with(money("22", 1, 0, 2, "1347"), 50, "x");
        assertThat(readWhole(payment(1, 100, 0, ""), extra).fatalCodes()).containsExactly("BAD_AMOUNT");
    }

    @Test
    void moreReferencesThanAnybodyCanMeanEndTheReading() {
        var many = Stream.concat(
                Stream.of(payment(1, 100, 0, "")), Collections.nCopies(10_001, money("22", 1, 0, 2, "1347")).stream());
        assertThat(readWhole(many.toArray(String[]::new)).fatalCodes()).containsExactly("MANY_REFERENCES");
    }

    private static List<PaymentReference> referencesOf(String... records) {
        var log = readWhole(records);
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        return log.payments().get(0).references();
    }

    private static PaymentReference reference(String text, Kind kind) {
        return new PaymentReference(text, kind, Optional.empty());
    }
}
