package se.aviso.bank.totalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static se.aviso.bank.totalin.TotalInFixture.OPEN;
import static se.aviso.bank.totalin.TotalInFixture.START;
import static se.aviso.bank.totalin.TotalInFixture.account;
import static se.aviso.bank.totalin.TotalInFixture.close;
import static se.aviso.bank.totalin.TotalInFixture.deduction;
import static se.aviso.bank.totalin.TotalInFixture.end;
import static se.aviso.bank.totalin.TotalInFixture.messages;
import static se.aviso.bank.totalin.TotalInFixture.payment;
import static se.aviso.bank.totalin.TotalInFixture.read;
import static se.aviso.bank.totalin.TotalInFixture.readWhole;
import static se.aviso.bank.totalin.TotalInFixture.record;
import static se.aviso.bank.totalin.TotalInFixture.with;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;
import se.aviso.spi.bank.SectionTotals;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class PaymentsTest {
    @Test
    void customerTimeStampAndDeliveryIdentifyTheFile() {
        assertThat(read(START, end(2)).events())
                .contains(new FileEvent.FileOpened(new FileStart("TI123456 20260303083000000000 01", false)));
    }

    @Test
    void theTestMarkIsTold() {
        assertThat(read(with(START, 40, "TOTALIN-T"), end(2)).events())
                .contains(new FileEvent.FileOpened(new FileStart("TI123456 20260303083000000000 01", true)));
    }

    @Test
    void aSectionIsTheAccountOnItsDay() {
        var section = readWhole(payment(7, 30_000, "1230")).sections().get(0);
        assertThat(section.start().accounts()).hasToString("[28 65 43-4]");
        assertThat(section.totals())
                .contains(new SectionTotals(
                        LocalDate.of(2026, 3, 2), "2865434", Money.kronor(300), 1, new Place(4, 246)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2865434", "0002865434", "28 65 43-4"})
    void aPlusgiroNumberIsTheSameHoweverItIsWritten(String number) {
        var log = read(START, account(number, "SEK"), payment(7, 30_000, ""), close(1, 30_000), end(5));
        assertThat(log.sections().get(0).start().accounts()).hasToString("[28 65 43-4]");
    }

    @Test
    void whatWasPaidToABankgiroOfTheAccountIsASectionOfItsOwn() {
        var log = readWhole(
                payment(1, 100, "1230"), with(payment(2, 200, "1230"), 70, "09912346"), payment(3, 300, "1230"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections())
                .extracting(section -> section.start().accounts().toString())
                .containsExactly("[28 65 43-4]", "[991-2346, 28 65 43-4]", "[28 65 43-4]");
    }

    @Test
    void aBankgiroNumberThatIsNoneIsLeftOutAndTold() {
        var log = readWhole(with(payment(2, 200, "1230"), 70, "34523455"));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("BANKGIRO_LEFT_OUT");
        assertThat(log.sections().get(0).start().accounts()).hasToString("[28 65 43-4]");
    }

    @Test
    void transactionNumbersAreKeysAndThoseThatRepeatAreNumberedOverTheWholeAccount() {
        var log = readWhole(
                payment(7, 100, "1230"),
                with(payment(8, 100, "1230"), 70, "9912346"),
                payment(7, 100, "1230"),
                deduction(7, 50, "1230"));
        assertThat(log.payments())
                .extracting(BankPayment::key)
                .containsExactly("00000000000000007-20-1", "00000000000000008-20-1", "00000000000000007-20-2");
        assertThat(log.deductions()).extracting(BankPayment::key).containsExactly("00000000000000007-25-1");
    }

    @Test
    void referencesThatAreRightComeFirst() {
        var log = readWhole(
                payment(1, 500, "38952344444"), record("30", 3, "1230", 38, "ABC 1"), record("30", 3, "1347"));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("1230", "1347", "38952344444", "ABC 1");
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::kind)
                .containsExactly(
                        PaymentReference.Kind.CHECKED,
                        PaymentReference.Kind.CHECKED,
                        PaymentReference.Kind.FREE,
                        PaymentReference.Kind.FREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000000000000"})
    void zerosAreNoReferenceAndThenThePayersWordsAre(String nothing) {
        var log = readWhole(payment(1, 500, nothing), messages("BETALNING FÖR 1230", "TACK"));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("BETALNING FÖR 1230", "TACK");
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::kind)
                .containsOnly(PaymentReference.Kind.FREE);
    }

    @Test
    void messagesStayUnchangedBesideAReference() {
        var log = readWhole(payment(1, 500, "1230"), messages(" FAKT 1347", "KUNDNR: 123"), messages("SIST", ""));
        assertThat(log.payments().get(0).messages()).containsExactly(" FAKT 1347", "KUNDNR: 123", "SIST");
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .containsExactly("1230");
    }

    @Test
    void aNumberThatIsCutWhereAFieldEndsIsReadWhole() {
        var log = readWhole(payment(1, 500, ""), messages("MEDLEMSAVGIFT FÖR ÅRET FAKTURA 2026", "0001053 TACK"));
        assertThat(log.payments().get(0).references())
                .extracting(PaymentReference::text)
                .contains("MEDLEMSAVGIFT FÖR ÅRET FAKTURA 20260001053 TACK");
    }

    @Test
    void aDeductionHasReferencesAndMessagesOfItsOwn() {
        var log = readWhole(
                payment(1, 500, "1230"), messages("betalning", ""), deduction(2, 200, "12351"), messages("avdrag", ""));
        var deduction = log.deductions().get(0);
        assertThat(deduction.amount()).isEqualTo(Money.ore(200));
        assertThat(deduction.references()).extracting(PaymentReference::text).containsExactly("12351");
        assertThat(deduction.messages()).containsExactly("avdrag");
        assertThat(log.payments().get(0).messages()).containsExactly("betalning");
    }

    @Test
    void accountsInOtherCurrenciesAreNeverNetted() {
        var log = read(
                START,
                OPEN,
                payment(1, 100, ""),
                close(1, 100),
                account("2865434", "EUR"),
                payment(1, 100, ""),
                close(1, 100),
                end(8));
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.sections())
                .extracting(section -> section.net().toString())
                .containsExactly("1.00 SEK", "1.00 EUR");
    }

    @Test
    void aPaymentFromAbroadIsTheAmountInTheAccountsCurrency() {
        var log = readWhole(payment(1, 88_000, "1230"), record("70", 39, "000000000100000EUR000000088000"));
        assertThat(log.payments().get(0).amount()).isEqualTo(Money.kronor(880));
        assertThat(log.problems()).isEmpty();
    }

    @Test
    void recordsMayEndInAnyWayOrNotAtAllAndMayBeSavedAnew() {
        var records = TotalInFixture.whole(payment(1, 30_000, "1230"), record("50", 3, "Åsa Ödmårk"));
        for (var end : new String[] {"\n", "\r", "", " \r\n"}) {
            var log = EventLog.of(new TotalInFormat(), ("\ufeff" + String.join(end, records)).getBytes(UTF_8));
            assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
            assertThat(log.payments().get(0).payer().orElseThrow().name()).isEqualTo("Åsa Ödmårk");
        }
    }

    @Test
    void thePluginHostFindsTheFormat() throws IOException {
        var indexes = Collections.list(TotalInFormat.class.getClassLoader().getResources("META-INF/extensions.idx"));
        assertThat(indexes)
                .anySatisfy(index -> assertThat(contentOf(index, UTF_8)).contains(TotalInFormat.class.getName()));
    }
}
