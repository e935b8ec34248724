package se.aviso.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.RuleViolation;

class PayeeAccountTest {
    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 6789-123 456 789, 6789-123456789, 6789, 123456789",
        "ACCOUNT, 8327-9-123456, 83279-123456, 8327, 123456",
        "ACCOUNT, 83279-123456, 83279-123456, 8327, 123456",
        "BANKGIRO, 991-2346, 991-2346, 9900, 9912346",
        "PLUSGIRO, 28 65 43-4, 28 65 43-4, 9960, 2865434"
    })
    void numbersAreReadAsPeopleWriteThem(
            PayeeAccount.Kind kind, String text, String shown, String clearing, String bare) {
        var account = PayeeAccount.read(kind, text);
        assertThat(account.shown()).isEqualTo(shown);
        assertThat(account.clearing()).isEqualTo(clearing);
        assertThat(account.bare()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 6789123456789, refund-account-account",
        "ACCOUNT, 0789-12345, refund-account-account",
        "ACCOUNT, 6789-, refund-account-account",
        "BANKGIRO, 991-2345, refund-account-bankgiro",
        "PLUSGIRO, 1, refund-account-plusgiro",
        "IBAN, DE89 3704 0044 0532 0130 00, refund-account-iban",
        "IBAN, SE46 5000 0000 0583 9825 7466, refund-account-iban"
    })
    void whatIsNoNumberIsRefused(PayeeAccount.Kind kind, String text, String code) {
        assertThatThrownBy(() -> PayeeAccount.read(kind, text))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        thrown -> assertThat(thrown.faults())
                                .containsExactly(new RuleViolation.Fault(code, "/account", java.util.Map.of())));
    }

    @Test
    void theIbanThatABankFileNamesIsKnown() {
        assertThat(PayeeAccount.named("SE4550000000058398257466"))
                .map(PayeeAccount::shown)
                .contains("SE45 5000 0000 0583 9825 7466");
    }

    @ParameterizedTest
    @CsvSource({"''", "DE89370400440532013000", "50001234567", "9912346"})
    void whatCouldBeAnythingIsAskedFor(String text) {
        assertThat(PayeeAccount.named(text)).isEmpty();
    }

    @Test
    void anIbanIsGrouped() {
        var account = PayeeAccount.read(PayeeAccount.Kind.IBAN, "se4550000000058398257466");
        assertThat(account.shown()).isEqualTo("SE45 5000 0000 0583 9825 7466");
        assertThat(new PayeeAccount(PayeeAccount.Kind.IBAN, "").shown())
                .as("forgotten")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 5839-8257466, IBAN, SE4550000000058398257466, true",
        "ACCOUNT, 83279-123456, ACCOUNT, 8327-0123456, true",
        "ACCOUNT, 5839-8257467, IBAN, SE4550000000058398257466, false",
        "BANKGIRO, 991-2346, BANKGIRO, 991-3336, false",
        "BANKGIRO, 991-2346, ACCOUNT, 6789-9912346, false",
        "BANKGIRO, 991-2346, BANKGIRO, 9912346, true"
    })
    void oneAccountIsKnownHoweverItIsWritten(
            PayeeAccount.Kind kind, String text, PayeeAccount.Kind other, String again, boolean alike) {
        var account = PayeeAccount.read(kind, text);
        assertThat(account.mayBe(PayeeAccount.read(other, again))).isEqualTo(alike);
        if (alike) {
            assertThat(account.tail()).isEqualTo(PayeeAccount.read(other, again).tail());
        }
    }
}
