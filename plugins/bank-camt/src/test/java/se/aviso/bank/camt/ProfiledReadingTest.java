package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.camt.CamtFixture.detail;
import static se.aviso.bank.camt.CamtFixture.entry;
import static se.aviso.bank.camt.CamtFixture.notification;
import static se.aviso.bank.camt.CamtFixture.ocr;
import static se.aviso.bank.camt.ProfileFixture.keptBy;
import static se.aviso.bank.camt.ProfileFixture.read;
import static se.aviso.bank.camt.ProfileFixture.receivers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;
import se.aviso.testkit.bank.EventLog;

/** What a profile changes in what is read; the account of these files is kept by the bank of its IBAN. */
class ProfiledReadingTest {
    private static final String BOTH = "<Ustrd>Faktura 12351</Ustrd>" + ocr("1230");
    private static final String ACCOUNT = "bankgiro:9912346";
    private static final String IBAN = "iban:SE4550000000058398257466";

    @Test
    void whereTheBankCallsTheSchemeByAnotherNameThatNameMarksABankgiroNumber() {
        var file = file("200.00", ocr("1230")).replace("BGNR", "BANKGIRO");
        assertThat(receivers(read("", file))).containsExactly(IBAN);
        assertThat(receivers(read("ESSESESS.bankgiro-schemes = BGNR, BANKGIRO", file)))
                .containsExactly(ACCOUNT);
        assertThat(receivers(read("HANDSESS.bankgiro-schemes = BANKGIRO", file)))
                .containsExactly(IBAN);
    }

    @Test
    void theBankThatTheStatementNamesDecides() {
        var profiles = "HANDSESS.bankgiro-schemes = BANKGIRO";
        var file = file("200.00", ocr("1230")).replace("BGNR", "BANKGIRO");
        assertThat(receivers(read(profiles, keptBy("HANDSESSXXX", file)))).containsExactly(ACCOUNT);
        var old = CamtFixture.text("mixed-bankgiros-02.xml").replace("BGNR", "BANKGIRO");
        assertThat(receivers(read(profiles, keptBy("HANDSESS", old))))
                .containsExactly(ACCOUNT, "bankgiro:9913310", ACCOUNT);
    }

    @Test
    void theSecondStatementOfAFileHasAProfileOfItsOwn() {
        var one = file("200.00", ocr("1230")).replace("BGNR", "BANKGIRO");
        var first = one.substring(one.indexOf("<Ntfctn>"), one.indexOf("</Ntfctn>") + "</Ntfctn>".length());
        var two = one.replace(first, keptBy("HANDSESS", first.replace(".001.02", "")) + keptBy("DABASESX", first));
        assertThat(receivers(read("HANDSESS.bankgiro-schemes = BANKGIRO", two))).containsExactly(ACCOUNT, IBAN);
    }

    @Test
    void aPlusgiroNumberIsKnownByASchemeThatTheOperatorNames() {
        var file = file("200.00", ocr("1230")).replace("BGNR", "PGNR").replace("9912346", "28 65 43-4");
        assertThat(receivers(read("", file))).containsExactly(IBAN);
        var log = read("default.plusgiro-schemes = PGNR", file);
        assertThat(receivers(log)).containsExactly("plusgiro:2865434");
        assertThat(log.isAccepted()).isTrue();
    }

    @Test
    void aPlusgiroNumberThatIsNoneStopsTheFileAsABankgiroNumberDoes() {
        var file = file("200.00", ocr("1230")).replace("BGNR", "PGNR").replace("9912346", "2865435");
        assertThat(read("default.plusgiro-schemes = PGNR", file).fatalCodes()).containsExactly("BAD_ACCOUNT");
    }

    @Test
    void theSameDigitsAreReadAnewWhereTheSchemeDiffers() {
        var other = detail("100.00", "T2", ocr("1230")).replace("BGNR", "PGNR");
        var file = new String(notification(entry("200.00", "E1", detail("100.00", "T1", ocr("1230")), other)), UTF_8);
        assertThat(receivers(read("default.plusgiro-schemes = PGNR", file)))
                .containsExactly(ACCOUNT, "plusgiro:9912346");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PMNT/RCDT/DMCT", "BGI"})
    void aSumWithoutASignIsNotBookedWhereItsCodeSaysThatItIsOne(String code) {
        var file = CamtFixture.text("sums-without-details-02.xml")
                .replace("</Domn></BkTxCd>", "</Domn><Prtry><Cd>BGI</Cd></Prtry></BkTxCd>");
        var log = read("ESSESESS.sum-codes = OTHER, " + code, file);
        assertThat(log.payments()).isEmpty();
        assertThat(log.noteCodes()).containsExactly("DETAILS_ELSEWHERE", "DETAILS_ELSEWHERE", "DETAILS_ELSEWHERE");
        assertThat(log.isAccepted()).isTrue();
        assertThat(read("HANDSESS.sum-codes = " + code, file).payments()).hasSize(1);
    }

    @Test
    void anEntryThatHasItsDetailsIsBookedWhateverItsCode() {
        assertThat(read("default.sum-codes = MOB", CamtFixture.text("swish-02.xml"))
                        .payments())
                .hasSize(1);
    }

    @Test
    void inANotificationNothingIsElsewhere() {
        var entry =
                entry("75.00", "E1").replace("<NtryDtls></NtryDtls>", "<BkTxCd><Prtry><Cd>BGI</Cd></Prtry></BkTxCd>");
        var log = read("default.sum-codes = BGI", new String(notification(entry), UTF_8));
        assertThat(log.payments()).hasSize(1);
    }

    @Test
    void theReferenceIsSoughtWhereTheBankPutsIt() {
        var file = file("200.00", BOTH);
        assertThat(references(read("", file))).containsExactly("1230");
        var log = read("ESSESESS.references = payer-text", file);
        assertThat(references(log)).containsExactly("Faktura 12351");
        assertThat(log.payments().get(0).messages()).containsExactly("Faktura 12351", "1230");
    }

    @Test
    void whereTheLikeliestPlaceIsEmptyTheNextIsAsked() {
        var profile = "default.references = payer-text, structured";
        assertThat(references(read(profile, file("200.00", BOTH)))).containsExactly("Faktura 12351");
        assertThat(references(read(profile, file("200.00", ocr("1230"))))).containsExactly("1230");
        var none = read("default.references = bank-text", file("200.00", BOTH));
        assertThat(references(none)).isEmpty();
        assertThat(none.payments().get(0).messages()).containsExactly("Faktura 12351", "1230");
    }

    @Test
    void profilesThatMakeNoSenseStopTheFileAndNameTheLine() {
        var log = read("HANDSESS.sum-codes = A\nHANDSESS.sums = A", file("200.00", ocr("1230")));
        assertThat(log.isAccepted()).isFalse();
        assertThat(log.content()).isEmpty();
        assertThat(log.fatalCodes()).containsExactly("BAD_PROFILE");
        assertThat(log.problems().get(0).text()).contains("line 2").contains("sums");
        assertThat(log.problems().get(0).place()).isEqualTo(new Place(1, 0));
    }

    @Test
    void profilesOfOtherBanksChangeNothing() {
        for (var name : List.of("charges-04.xml", "reversals-08.xml", "parts-and-credit-note-02.xml", "swish-02.xml")) {
            var text = CamtFixture.text(name);
            assertThat(read("HANDSESS.references = bank-text", text).events())
                    .isEqualTo(read("", text).events())
                    .isEqualTo(CamtFixture.read(name).events());
        }
    }

    private static String file(String amount, String remittance) {
        return new String(notification(entry(amount, "E1", detail(amount, "T1", remittance))), UTF_8);
    }

    private static List<String> references(EventLog log) {
        return log.payments().stream()
                .map(BankPayment::references)
                .flatMap(List::stream)
                .map(PaymentReference::text)
                .toList();
    }
}
