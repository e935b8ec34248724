package se.aviso.bank.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.camt.CamtFixture.read;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;

/** What is right and looks strange: a file each, made by hand. */
class TrapsTest {
    @Test
    void anEntryMayMixBankgiroNumbersAndEachPaymentComesToItsOwn() {
        var sections = read("mixed-bankgiros-02.xml").sections();
        assertThat(sections)
                .extracting(it -> it.start().accounts().get(0).toString())
                .containsExactly("991-2346", "991-3310", "991-2346");
        assertThat(sections).extracting(it -> it.net().toDecimal()).containsExactly("100.00", "200.00", "300.00");
    }

    @Test
    void aCreditTakenBackIsADeductionAndADebitTakenBackSettlesNothingByItself() {
        var log = read("reversals-08.xml");
        assertThat(log.deductions()).extracting(BankPayment::amount).containsExactly(kronor(150), kronor(100));
        assertThat(texts(log.deductions().get(0))).containsExactly("1230");
        var cameBack = log.payments().get(0);
        assertThat(cameBack.amount()).isEqualTo(kronor(80));
        assertThat(cameBack.references()).isEmpty();
        assertThat(cameBack.messages()).containsExactly("1230");
    }

    @Test
    void aDebitWithinACreditIsADeductionAndADebitByItselfIsPassedOverWithANote() {
        var log = read("reversals-08.xml");
        assertThat(texts(log.deductions().get(1))).containsExactly("12351");
        assertThat(log.payments().get(1).amount()).isEqualTo(kronor(1000));
        assertThat(log.noteCodes()).containsExactly("OUTGOING");
    }

    @Test
    void whatIsOnlyExpectedIsPassedOverWithANote() {
        var log = read("not-booked-08.xml");
        assertThat(log.payments()).extracting(BankPayment::amount).containsExactly(kronor(30));
        assertThat(log.noteCodes()).containsExactly("NOT_BOOKED");
    }

    @Test
    void severalReferencesHaveTheirPartsAndACreditNoteANegativeOne() {
        var log = read("parts-and-credit-note-02.xml");
        assertThat(log.payments().get(0).references())
                .containsExactly(checked("1230", Optional.of(kronor(300))), checked("12351", Optional.of(kronor(-50))));
        assertThat(log.problems()).isEmpty();
    }

    @Test
    void whatTheBankKeptOfAnEntryIsADeduction() {
        for (var name : List.of("charges-04.xml", "charges-02.xml")) {
            var log = read(name);
            assertThat(log.isAccepted()).isTrue();
            assertThat(log.deductions()).hasSize(1);
            assertThat(log.deductions().get(0).messages()).containsExactly("charges");
        }
        assertThat(read("charges-02.xml").deductions().get(0).amount()).isEqualTo(ore(250));
        assertThat(read("charges-02.xml").payments().get(0).amount()).isEqualTo(kronor(300));
    }

    @Test
    void aSwishPaymentIsPaidToTheAccountItselfAndKnowsTheMobileNumber() {
        var log = read("swish-02.xml");
        assertThat(log.sections().get(0).start().accounts().toString()).isEqualTo("[SE45 5000 0000 0583 9825 7466]");
        assertThat(log.payments().get(0).payer()).map(Payer::account).contains("46700000001");
        assertThat(texts(log.payments().get(0))).containsExactly("Medlem 12351 tack");
    }

    @Test
    void withoutAnyDateTheDayIsThatOfTheStatement() {
        assertThat(days("no-dates-02.xml")).containsExactly("2027-01-05");
    }

    @Test
    void aDateMayBeBrokenByBlanksAndAMomentIsADayInSweden() {
        assertThat(days("dates-broken-by-blanks-02.xml")).containsExactly("2027-01-04");
        assertThat(read("dates-broken-by-blanks-02.xml").payments()).hasSize(2);
    }

    @Test
    void onlyWhereThereIsOneDetailTheEntrysAmountIsThePaymentsOwn() {
        assertThat(read("only-detail-without-amount-02.xml").payments().get(0).amount())
                .isEqualTo(kronor(100));
        assertThat(read("batch-detail-without-amount-02.xml").fatalCodes()).containsExactly("BAD_AMOUNT");
    }

    @Test
    void aSumWhoseDetailsComeInAnotherFileIsNotBookedFromThis() {
        var log = read("sums-without-details-02.xml");
        assertThat(log.noteCodes()).containsExactly("DETAILS_ELSEWHERE", "DETAILS_ELSEWHERE");
        assertThat(log.payments()).extracting(BankPayment::amount).containsExactly(kronor(75));
        assertThat(texts(log.payments().get(0))).containsExactly("Insättning 12351");
    }

    @Test
    void balancesAndSummaryAreProvenAndWhatIsExpectedIsNoPartOfTheBalance() {
        assertThat(read("balances-08.xml").isAccepted()).isTrue();
    }

    @Test
    void onePageOfSeveralCannotBeHeldAgainstTheBalance() {
        var log = read("paged-08.xml");
        assertThat(log.isAccepted()).isTrue();
        assertThat(log.noteCodes()).containsExactly("PAGED");
    }

    @Test
    void paymentsThatShareAllReferencesAreNumbered() {
        assertThat(read("same-references-02.xml").payments())
                .extracting(BankPayment::key)
                .containsExactly("E1/BG1/1", "E1/BG1/2", "E1/BG1/3");
    }

    @Test
    void anInternationalReferenceIsCheckedByItsOwnRule() {
        var payment = read("names-and-texts-13.xml").payments().get(0);
        assertThat(payment.references()).containsExactly(checked("RF18539007547034", Optional.empty()), free("F-77"));
        assertThat(payment.messages()).containsExactly("andra raden", "Tack för i år");
    }

    @Test
    void thePayerIsReadInOldAndNewForm() {
        var payments = read("names-and-texts-13.xml").payments();
        assertThat(payments.get(0).payer())
                .contains(new Payer(
                        "Zoë & Co <AB>",
                        new Payer.Address("Storgatan 2", "12345", "Storåker", "SE"),
                        "SE3550000000054910000003",
                        "5500001234"));
        assertThat(payments.get(1).payer())
                .contains(new Payer("Bo Bakom", new Payer.Address("Lillgatan 1", "", "123 46 Byn", ""), "", ""));
        assertThat(payments.get(1).messages()).containsExactly("Avi <12351> & hälsning");
    }

    @Test
    void aPaymentFromAbroadCountsInTheCurrencyOfItsEntry() {
        var payments = read("two-currencies-08.xml").payments();
        assertThat(payments)
                .extracting(it -> it.amount().toString())
                .containsExactly("100.00 SEK", "20.00 EUR", "115.00 SEK");
    }

    @Test
    void fiveDecimalsAreRefusedForKronor() {
        assertThat(read("five-decimals-02.xml").fatalCodes()).containsExactly("BAD_AMOUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefixed-with-mark-02.xml", "latin-1-02.xml"})
    void prefixMarkAndCharacterSetAreTheFilesOwnBusiness(String name) {
        assertThat(read(name).isAccepted()).isTrue();
    }

    @Test
    void otherLettersThanDeclaredAreRefusedAtTheirByte() {
        var problem = read("latin-1-that-says-utf-8-02.xml").problems().get(0);
        assertThat(problem.code()).isEqualTo("BAD_CHARACTER");
        assertThat(
                        CamtFixture.bytes("latin-1-that-says-utf-8-02.xml")[
                                (int) problem.place().byteOffset()])
                .isEqualTo((byte) 0xC5);
    }

    private static List<String> days(String name) {
        return read(name).sections().stream()
                .map(section -> section.totals().orElseThrow().bookedOn().toString())
                .toList();
    }

    private static List<String> texts(BankPayment payment) {
        return payment.references().stream().map(PaymentReference::text).toList();
    }

    private static PaymentReference checked(String text, Optional<Money> part) {
        return new PaymentReference(text, PaymentReference.Kind.CHECKED, part);
    }

    private static PaymentReference free(String text) {
        return new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty());
    }
}
