package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class SharedSamplesTest {
    @Test
    void theFirstExampleDeclaresItsThreeDeposits() {
        var sections = read("exempelfil_3.txt").sections();
        assertThat(sections)
                .extracting(section -> section.start().accounts().toString())
                .containsOnly("[991-2346]");
        assertThat(sections)
                .extracting(section -> section.totals().orElseThrow().bankReference())
                .containsExactly("00074", "00075", "00076");
        assertThat(sections)
                .extracting(section -> section.totals().orElseThrow().bookedOn().toString())
                .containsOnly("2004-05-25");
    }

    @Test
    void extraReferencesOfTheFirstExampleFollowTheirPaymentOnceEach() {
        var payment = read("exempelfil_3.txt").payments().get(1);
        assertThat(payment.references())
                .extracting(PaymentReference::text)
                .containsExactly("657866", "658765", "657767", "657965", "657866 658765 657767");
        assertThat(payment.references()).extracting(PaymentReference::part).containsOnly(Optional.empty());
        assertThat(payment.messages()).containsExactly("Betalning med extra refnr 657965");
    }

    @Test
    void theFirstExampleSubtractsOneDeduction() {
        var deduction = read("exempelfil_3.txt").deductions().get(0);
        assertThat(deduction.key()).isEqualTo("000230000111-21-1");
        assertThat(deduction.amount()).isEqualTo(Money.kronor(500));
        assertThat(deduction.references().get(0))
                .isEqualTo(new PaymentReference("89853", PaymentReference.Kind.FREE, Optional.empty()));
    }

    @Test
    void payersOfTheExamplesAreKnown() {
        var payer = read("exempelfil_3.txt").payments().get(0).payer();
        var address = new Payer.Address("Storgatan 2", "12345", "Storåker", "");
        assertThat(payer).contains(new Payer("Kalles Plåt AB", address, "3783511", "5500001234"));
    }

    @Test
    void extraReferencesOfTheFirstExampleAreNine() {
        var log = read("exempelfil_3.txt");
        assertThat(log.payments().stream().mapToLong(SharedSamplesTest::checked).sum())
                .isEqualTo(5 + 9);
        assertThat(log.noteCodes()).isEmpty();
    }

    private static long checked(BankPayment payment) {
        return payment.references().stream()
                .filter(reference -> reference.kind() == PaymentReference.Kind.CHECKED)
                .count();
    }

    @Test
    void anInvalidPlusgiroOfTheSecondExampleIsLeftOutWithANote() {
        var log = read("exempelfil_4.txt");
        assertThat(log.noteCodes()).containsExactly("BAD_PLUSGIRO");
        assertThat(log.sections())
                .extracting(section -> section.start().accounts().toString())
                .containsOnly("[991-2346]");
    }

    @Test
    void bothExamplesCallThemselvesTheSame() {
        var start = new FileEvent.FileOpened(new FileStart("20040525173035010331", false));
        assertThat(read("exempelfil_3.txt").events()).contains(start);
        assertThat(read("exempelfil_4.txt").events()).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exempelfil_3.txt", "exempelfil_4.txt"})
    void withoutTheEndRecordAnExampleIsNotWhole(String name) {
        var text = text(name);
        var log = read(text.substring(0, text.lastIndexOf("\r\n70") + 2).getBytes(ISO_8859_1));
        assertThat(log.isClosed()).isFalse();
        assertThat(log.fatalCodes()).containsExactly("TRUNCATED");
    }

    @Test
    void withOneAmountChangedTheTotalsDisagree() {
        var log = read(text("exempelfil_3.txt")
                .replace("000000000000140000", "000000000000140001")
                .getBytes(ISO_8859_1));
        assertThat(log.fatalCodes()).containsExactly("SECTION_SUM");
    }

    private static String text(String name) {
        return new String(SharedSamples.bytes(name), ISO_8859_1);
    }

    private static EventLog read(String name) {
        return read(SharedSamples.bytes(name));
    }

    private static EventLog read(byte[] bytes) {
        return EventLog.of(new BgMaxFormat(), bytes);
    }
}
