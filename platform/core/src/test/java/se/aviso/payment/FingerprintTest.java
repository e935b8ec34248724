package se.aviso.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

class FingerprintTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final String ASKED = "bankgiro:9912346";
    private static final Fingerprint.Receiver BANKGIRO =
            new Fingerprint.Receiver(ASKED, GiroNumber.of(new BankgiroNumber("9912346")));
    private static final Fingerprint.Receiver ACCOUNT =
            new Fingerprint.Receiver(ASKED, GiroNumber.of(new Iban("SE4550000000058398257466")));
    private static final Fingerprint.Receiver ANOTHER =
            new Fingerprint.Receiver("bankgiro:9913310", GiroNumber.of(new BankgiroNumber("9913310")));

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(textBlock = """
            0012351,                    12351
            12351,                      OCR 12351 tack
            1234574;12351,              12351;1234574
            1234574 12351,              12351;1234574
            12351;12351,                12351
            Anna Svensson,              anna svensson
            Medlemsavgift för hela fam, Medlemsavgift för hela familjen Svensson
            'Avgift: Anna,',            avgift anna
            ' ',                        ''
            """)
    void formatsWriteTheSameReferenceInTheirOwnWays(String one, String other) {
        assertThat(of(BANKGIRO, references(one), List.of())).isEqualTo(of(BANKGIRO, references(other), List.of()));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(textBlock = """
            12351,         1234574
            12351,         12351;1234574
            Anna,          Anna S
            12351,         ''
            """)
    void otherReferencesAreOtherPayments(String one, String other) {
        assertThat(of(BANKGIRO, references(one), List.of())).isNotEqualTo(of(BANKGIRO, references(other), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"12351", "Anna Svensson", "Avi 12351 tack"})
    void aTextIsTheSameAsMessageAndAsReference(String text) {
        assertThat(of(BANKGIRO, List.of(), List.of(text))).isEqualTo(of(BANKGIRO, references(text), List.of(text)));
    }

    @Test
    void aMessageDoesNotChangeWhatAnExactReferenceSays() {
        assertThat(of(BANKGIRO, references("12351"), List.of("se 1234574")))
                .isEqualTo(of(BANKGIRO, references("12351"), List.of()));
    }

    @Test
    void withAReferenceTheReceiverCountsUnderWhicheverOfItsNumbersAndNobodyElseWithTheSameReference() {
        assertThat(of(ACCOUNT, references("12351"), List.of())).isEqualTo(of(BANKGIRO, references("12351"), List.of()));
        assertThat(of(ANOTHER, references("12351"), List.of()))
                .isNotEqualTo(of(BANKGIRO, references("12351"), List.of()));
    }

    @Test
    void withoutAReferenceTheVeryNumberCounts() {
        assertThat(of(ACCOUNT, List.of(), List.of())).isNotEqualTo(of(BANKGIRO, List.of(), List.of()));
    }

    @Test
    void amountCurrencyAndSignCount() {
        var euro = new Money(30_000, PaymentFixture.EUR);
        assertThat(List.of(kronor(300), kronor(-300), kronor(301), euro))
                .extracting(amount -> Fingerprint.of(BANKGIRO, DAY, amount, List.of(), List.of())
                        .likeness())
                .doesNotHaveDuplicates();
    }

    @Test
    void theDayIsNoPartOfTheLikeness() {
        var next = Fingerprint.of(BANKGIRO, DAY.plusDays(1), kronor(300), List.of(), List.of());
        var first = of(BANKGIRO, List.of(), List.of());
        assertThat(next.likeness()).isEqualTo(first.likeness());
        assertThat(next).isNotEqualTo(first);
    }

    @Test
    void nothingOfThePayerStandsInIt() {
        assertThat(of(BANKGIRO, references("Anna Svensson"), List.of()).likeness())
                .matches("[0-9a-f]{64}");
    }

    private static List<PaymentReference> references(String texts) {
        return Arrays.stream(texts.split(";"))
                .map(text -> new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty()))
                .toList();
    }

    private static Fingerprint of(
            Fingerprint.Receiver paidTo, List<PaymentReference> references, List<String> messages) {
        return Fingerprint.of(paidTo, DAY, kronor(300), references, messages);
    }
}
