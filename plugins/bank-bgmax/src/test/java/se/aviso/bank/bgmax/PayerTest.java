package se.aviso.bank.bgmax;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.bgmax.BgMaxFixture.message;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.readWhole;
import static se.aviso.bank.bgmax.BgMaxFixture.record;
import static se.aviso.bank.bgmax.BgMaxFixture.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.spi.bank.Payer;

class PayerTest {
    private static final String ANONYMOUS = with(payment(1, 100, 3, "1230"), 3, "0000000000");

    @Test
    void aPaymentThatNamesNobodyHasNoPayer() {
        assertThat(readWhole(ANONYMOUS).payments().get(0).payer()).isEmpty();
    }

    @Test
    void thePayerMayBeKnownByTheGiroNumberAlone() {
        var payer = payerOf(payment(1, 100, 3, "1230"));
        assertThat(payer).isEqualTo(new Payer("", new Payer.Address("", "", "", ""), "9701233", ""));
    }

    @Test
    void nameAddressAndNumberComeFromTheirRecords() {
        var payer = payerOf(
                ANONYMOUS,
                record("26", 3, "Åsa Ödmårk", 38, "c/o Berg"),
                record("27", 3, "Storgatan 2", 38, "12345"),
                record("28", 3, "Storåker", 38, "Norge", 73, "NO"),
                record("29", 3, "005500001234"));
        var address = new Payer.Address("Storgatan 2", "12345", "Storåker", "NO");
        assertThat(payer).isEqualTo(new Payer("Åsa Ödmårk c/o Berg", address, "", "5500001234"));
    }

    @ParameterizedTest
    @CsvSource({"12345,12345", "123 45,12345", "DK-2100,DK-2100", "'',''"})
    void aPostalCodeIsTheSameWithOrWithoutItsGap(String written, String read) {
        var payer = payerOf(payment(1, 100, 3, ""), record("27", 38, written));
        assertThat(payer.address().postalCode()).isEqualTo(read);
    }

    @Test
    void aTownWithALeadingBlankIsTheSameTown() {
        assertThat(payerOf(ANONYMOUS, record("28", 3, " Storåker")).address().city())
                .isEqualTo("Storåker");
    }

    @Test
    void aCountryWithoutCodeIsGivenByName() {
        assertThat(payerOf(ANONYMOUS, record("28", 38, "Norge")).address().country())
                .isEqualTo("Norge");
    }

    @ParameterizedTest
    @CsvSource({"005500001234,5500001234", "165500001234,5500001234", "5500001234,5500001234", "000000000000,''"})
    void anOrganisationNumberHasTenDigits(String written, String read) {
        assertThat(payerOf(payment(1, 100, 3, ""), record("29", 3, written)).organisationNumber())
                .isEqualTo(read);
    }

    @Test
    void anOrganisationNumberThatIsNoneIsNotedWithoutBeingTold() {
        var log = readWhole(payment(1, 100, 3, ""), record("29", 3, "55A"));
        assertThat(log.noteCodes()).containsExactly("BAD_ORGANISATION_NUMBER");
        assertThat(log.problems().get(0).text()).doesNotContain("55A");
    }

    @Test
    void messagesStayUnchangedInTheirOrder() {
        var log = readWhole(ANONYMOUS, message(" Faktura 658369"), message(""), message("1230  12351"));
        assertThat(log.payments().get(0).messages()).containsExactly(" Faktura 658369", "", "1230  12351");
    }

    @Test
    void ninetyMessagesAreReadAndOneMoreEndsTheReading() {
        var records = new ArrayList<>(List.of(ANONYMOUS));
        records.addAll(Collections.nCopies(90, message("tack")));
        assertThat(readWhole(records.toArray(String[]::new)).payments().get(0).messages())
                .hasSize(90);
        records.add(message("tack"));
        assertThat(readWhole(records.toArray(String[]::new)).fatalCodes()).containsExactly("MANY_MESSAGES");
    }

    private static Payer payerOf(String... records) {
        return readWhole(records).payments().get(0).payer().orElseThrow();
    }
}
