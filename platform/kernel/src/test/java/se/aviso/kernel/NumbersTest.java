package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"123,0", "1235,1", "1,8", "134,7", "12345,5", "1234574,-1"})
    void checkDigitsAreModulusTen(String payload, int digit) {
        if (digit >= 0) {
            assertThat(Luhn.checkDigit(payload)).isEqualTo(digit);
            assertThat(Luhn.isValid(payload + digit)).isTrue();
        } else {
            assertThat(Luhn.isValid(payload)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1231", "12a0", "１２３０", " 1230"})
    void whatIsNotCheckedDigitsIsInvalid(String text) {
        assertThat(Luhn.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 3", "-1"})
    void aCheckDigitNeedsDigits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Luhn.checkDigit(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18108401345678778", "1018966492531", "03368912618", "1202951008", "1636976", "1230"})
    void referencesInUseAreAccepted(String digits) {
        assertThat(new OcrReference(digits)).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1231", "12368", "00000000000000000000000000", "12a4", "0"})
    void whatIsNoReferenceIsRefused(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OcrReference(digits));
    }

    @Test
    void issuedReferencesHaveOneLengthALengthDigitAndACheckDigit() {
        for (var serial : new long[] {1, 9, 10, 12_345, 9_999_999_999L}) {
            var digits = OcrReference.ofSerial(serial).digits();
            assertThat(digits).hasSize(12);
            assertThat(digits.charAt(10)).isEqualTo('2');
            assertThat(Luhn.isValid(digits)).isTrue();
            assertThat(Long.parseLong(digits.substring(0, 10))).isEqualTo(serial);
        }
        assertThat(OcrReference.ofSerial(20260001).digits()).isEqualTo("002026000121");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 10_000_000_000L})
    void serialsOutsideTheReferenceAreRefused(long serial) {
        assertThatIllegalArgumentException().isThrownBy(() -> OcrReference.ofSerial(serial));
    }

    @Test
    void leadingZerosCanBeStripped() {
        assertThat(new OcrReference("0018").withoutLeadingZeros()).isEqualTo("18");
        assertThat(new OcrReference("00").withoutLeadingZeros()).isEqualTo("0");
        assertThat(new OcrReference("18").withoutLeadingZeros()).isEqualTo("18");
    }

    @ParameterizedTest
    @CsvSource({"991-2346,9912346,991-2346", "0009912346,9912346,991-2346", "5805-6201,58056201,5805-6201"})
    void bankgiroNumbersAreReadAsWritten(String written, String digits, String shown) {
        assertThat(BankgiroNumber.parse(written).digits()).isEqualTo(digits);
        assertThat(BankgiroNumber.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"991-2347", "", "123456", "123456789", "abc-defg"})
    void whatIsNoBankgiroIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankgiroNumber.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "28 65 43-4,2865434,28 65 43-4",
        "815608-5,8156085,81 56 08-5",
        "0008156085,8156085,81 56 08-5",
        "18,18,1-8"
    })
    void plusgiroNumbersAreReadAsWritten(String written, String digits, String shown) {
        assertThat(PlusgiroNumber.parse(written).digits()).isEqualTo(digits);
        assertThat(PlusgiroNumber.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28 65 43-5", "815608-6", "8", "123456789"})
    void whatIsNoPlusgiroIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PlusgiroNumber.parse(text));
    }

    @Test
    void aGiroNumberKnowsItsKind() {
        assertThat(GiroNumber.of(BankgiroNumber.parse("991-2346")).key()).isEqualTo("bankgiro:9912346");
        assertThat(GiroNumber.of(PlusgiroNumber.parse("28 65 43-4"))).hasToString("28 65 43-4");
        assertThat(GiroNumber.of(BankgiroNumber.parse("991-2346"))).hasToString("991-2346");
        assertThatIllegalArgumentException().isThrownBy(() -> new GiroNumber(GiroNumber.Kind.BANKGIRO, "8156086"));
    }

    @Test
    void anAccountIsANumberToPayToByItsIban() {
        var account = GiroNumber.of(Iban.parse("SE45 5000 0000 0583 9825 7466"));
        assertThat(account.key()).isEqualTo("iban:SE4550000000058398257466");
        assertThat(GiroNumber.ofKey(account.key())).isEqualTo(account);
        assertThat(account).hasToString("SE45 5000 0000 0583 9825 7466");
        assertThatIllegalArgumentException().isThrownBy(() -> new GiroNumber(GiroNumber.Kind.IBAN, "9912346"));
    }

    @Test
    void aSwishNumberIsANumberToPayToo() {
        var swish = GiroNumber.of(SwishNumber.parse("123 456 78 90"));
        assertThat(swish.key()).isEqualTo("swish:1234567890");
        assertThat(GiroNumber.ofKey(swish.key())).isEqualTo(swish);
        assertThat(swish).hasToString("123 456 78 90");
        assertThatIllegalArgumentException().isThrownBy(() -> new GiroNumber(GiroNumber.Kind.SWISH, "0701234567"));
    }

    @Test
    void organisationNumbersAreCheckedAndWrittenWithHyphen() {
        assertThat(OrganisationNumber.parse("556036-0793")).hasToString("556036-0793");
        assertThat(OrganisationNumber.parse("165560360793").digits()).isEqualTo("5560360793");
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationNumber.parse("556036-0794"));
        assertThatIllegalArgumentException().isThrownBy(() -> OrganisationNumber.parse("811218-9876"));
    }

    @Test
    void ibansAreCheckedAndWrittenInGroups() {
        assertThat(Iban.parse("se45 5000 0000 0583 9825 7466")).hasToString("SE45 5000 0000 0583 9825 7466");
        assertThat(Iban.parse("GB29NWBK60161331926819").value()).isEqualTo("GB29NWBK60161331926819");
        assertThatIllegalArgumentException().isThrownBy(() -> Iban.parse("SE4550000000058398257467"));
        assertThatIllegalArgumentException().isThrownBy(() -> Iban.parse("SE45"));
    }

    @Test
    void swishNumbersOfOrganisationsBeginWith123() {
        assertThat(SwishNumber.parse("123 456 78 97")).hasToString("123 456 78 97");
        assertThatIllegalArgumentException().isThrownBy(() -> SwishNumber.parse("0701234567"));
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        var year = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
        assertThat(year.contains(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(year.contains(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(year.contains(LocalDate.of(2028, 1, 1))).isFalse();
        assertThat(year.contains(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(year).hasToString("2027-01-01/2027-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> new DayRange(year.lastDay(), LocalDate.of(2027, 1, 1)));
    }

    @Test
    void idsAreReadFromTheirText() {
        var text = "018f0000-0000-7000-8000-000000000001";
        assertThat(TenantId.parse(text))
                .isEqualTo(new TenantId(UUID.fromString(text)))
                .hasToString(text);
    }
}
