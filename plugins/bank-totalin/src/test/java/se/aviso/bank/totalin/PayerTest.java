package se.aviso.bank.totalin;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.totalin.TotalInFixture.payment;
import static se.aviso.bank.totalin.TotalInFixture.readWhole;
import static se.aviso.bank.totalin.TotalInFixture.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.spi.bank.Payer;

class PayerTest {
    @Test
    void aPaymentThatNamesNobodyHasNoPayer() {
        assertThat(payer()).isEmpty();
    }

    @Test
    void theHolderOfTheAccountPaysWhereNoSenderIsNamed() {
        var payer = payer(
                record("60", 3, "1234567", 39, "1", 40, "165500001234"),
                record("61", 3, "TESTBOLAGET", 38, "AB"),
                record("62", 3, "GATAN 12"),
                record("63", 3, "123 45", 12, "TESTSTAD", 47, "SE"));
        var address = new Payer.Address("GATAN 12", "12345", "TESTSTAD", "SE");
        assertThat(payer).contains(new Payer("TESTBOLAGET AB", address, "1234567", "5500001234"));
    }

    @Test
    void theSenderPaysAndNotTheBankThatHoldsTheAccount() {
        var payer = payer(
                record("50", 3, "TESTFABRIKEN AB"),
                record("51", 3, "GATAN 22"),
                record("52", 3, "11111", 12, "TESTVIKEN"),
                record("60", 3, "98765433", 39, "2", 40, "5500001234"),
                record("61", 3, "NORDEA BANK AB"),
                record("63", 3, "10571", 12, "STOCKHOLM"));
        var address = new Payer.Address("GATAN 22", "11111", "TESTVIKEN", "");
        assertThat(payer).contains(new Payer("TESTFABRIKEN AB", address, "", ""));
    }

    @Test
    void aDepartmentPaysFromItsCompanysAccount() {
        var payer = payer(
                record("50", 3, "Företaget AB Friskvårdavd."),
                record("60", 3, "99999999"),
                record("61", 3, "FÖRETAGET AB"));
        assertThat(payer.map(Payer::name)).contains("Företaget AB Friskvårdavd.");
        assertThat(payer.map(Payer::account)).contains("99999999");
    }

    @Test
    void theAccountAloneIsAPayer() {
        assertThat(payer(record("60", 3, "0001222211", 39, "1")).map(Payer::account))
                .contains("1222211");
    }

    @ParameterizedTest
    @CsvSource({
        "5500001234,5500001234",
        "165500001234,5500001234",
        "005500001234,5500001234",
        "550000-1234,5500001234",
        "000,''"
    })
    void anOrganisationNumberHasTenDigits(String written, String read) {
        assertThat(payer(record("60", 3, "1", 40, written)).map(Payer::organisationNumber))
                .contains(read);
    }

    @Test
    void anOrganisationNumberThatIsNoneIsNotedWithoutBeingTold() {
        var log = readWhole(payment(1, 100, "1230"), record("60", 40, "55A"));
        assertThat(log.noteCodes()).containsExactly("BAD_ORGANISATION_NUMBER");
        assertThat(log.problems().get(0).text()).doesNotContain("55A");
    }

    private static Optional<Payer> payer(String... further) {
        var records = new ArrayList<>(List.of(payment(1, 100, "1230")));
        records.addAll(List.of(further));
        var log = readWhole(records.toArray(String[]::new));
        assertThat(log.isAccepted()).isTrue();
        return log.payments().get(0).payer();
    }
}
