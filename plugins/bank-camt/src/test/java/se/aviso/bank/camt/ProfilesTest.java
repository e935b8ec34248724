package se.aviso.bank.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.aviso.bank.camt.ReferencePlace.BANK_TEXT;
import static se.aviso.bank.camt.ReferencePlace.PAYER_TEXT;
import static se.aviso.bank.camt.ReferencePlace.STRUCTURED;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.GiroNumber;

/** Which profile a statement is read by, and which text is none. */
class ProfilesTest {
    private static final Profile DEFAULT =
            new Profile(Map.of("BGNR", GiroNumber.Kind.BANKGIRO), Set.of(), List.of(STRUCTURED, PAYER_TEXT, BANK_TEXT));
    private static final String SUMS = """
            # of two banks
            HANDSESS.sum-codes = HB
            ESSESESS.sum-codes = SEB
            """;

    @Test
    void whatLiesInTheJarMakesSenseAndTreatsAllBanksAlike() throws Refusal {
        var profiles = Profiles.with("");
        for (var bic : List.of("", "ESSESESS", "HANDSESS", "NDEASESS", "SWEDSESS", "DABASESX")) {
            assertThat(profiles.of(statement(bic, ""))).as(bic).isEqualTo(DEFAULT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HANDSESS    |                              | HB   | by its BIC
            HANDSESSXXX |                              | HB   | of which eight letters count
            HANDSESS    | SE4550000000058398257466     | HB   | which goes before the IBAN
                        | SE4550000000058398257466     | SEB  | by the code in the IBAN
                        | SE45 5000 0000 0583 9825 7466| SEB  | which may be written in groups
            NOTPROVIDED | SE4550000000058398257466     | SEB  | also where what stands for the BIC is none
            DABASESX    | SE4550000000058398257466     | none | another bank is not the one in the IBAN
                        | DE89370400440532013000       | none | another country's IBAN says nothing
                        | SE3550000                    | SEB  | be the rest of the IBAN right or not
                        |                              | none | nothing at all
            """)
    void aBankIsKnownByTheServicersBicElseByTheIban(String bic, String iban, String code, String why) throws Refusal {
        var profile = Profiles.with(SUMS).of(statement(bic, iban));
        assertThat(profile.sumCodes()).as(why).isEqualTo(code.equals("none") ? Set.of() : Set.of(code));
    }

    @Test
    void aLineOfABankGoesBeforeTheDefaultsKnobByKnob() throws Refusal {
        var profiles = Profiles.with("""
                default.references = payer-text
                default.sum-codes = ALL, THESE
                HANDSESS.sum-codes =
                """);
        assertThat(profiles.of(statement("HANDSESS", "")))
                .isEqualTo(new Profile(DEFAULT.schemes(), Set.of(), List.of(PAYER_TEXT)));
        assertThat(profiles.of(statement("", "")))
                .isEqualTo(new Profile(DEFAULT.schemes(), Set.of("ALL", "THESE"), List.of(PAYER_TEXT)));
    }

    @Test
    void aBankThatIsNewToUsMayBeKnownByItsIbanToo() throws Refusal {
        var profiles = Profiles.with("TESTSESS.iban-codes = 999, 998\nTESTSESS.sum-codes = T");
        assertThat(profiles.of(statement("", "SE3599800000")).sumCodes()).containsExactly("T");
    }

    @Test
    void asTheReadmeWritesThemInAFileOfSettingsTheyAreLines() throws IOException {
        var settings = new Properties();
        settings.load(new StringReader("""
                aviso.bank.camt.profiles = \\
                    TESTSESS.iban-codes = 999 \\n\\
                    TESTSESS.sum-codes = BGI, PMNT/RCDT/DMCT \\n\\
                    default.plusgiro-schemes = PGNR
                """));
        var profile =
                Profiles.with(settings.getProperty("aviso.bank.camt.profiles")).of(statement("", "SE3599900000"));
        assertThat(profile.sumCodes()).containsExactlyInAnyOrder("BGI", "PMNT/RCDT/DMCT");
        assertThat(profile.schemes()).containsOnlyKeys("BGNR", "PGNR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                        | BANK.knob = word
            HANDSESS bankgiro-schemes = A   | BANK.knob = word
            HANDSESS.colour = red           | no knob colour
            Handelsbanken.sum-codes = A     | not Handelsbanken
            HANDSESSXXX.sum-codes = A       | not HANDSESSXXX
            HANDSESS.references =           | references needs a word
            HANDSESS.references = text      | references cannot be text
            HANDSESS.sum-codes = A,,B       | cannot be an empty word
            HANDSESS.sum-codes = A, A       | twice
            HANDSESS.iban-codes = 60        | iban-codes cannot be 60
            default.iban-codes = 600        | only a bank has iban-codes
            HANDSESS.iban-codes = 500       | IBANs with 500
            HANDSESS.plusgiro-schemes = BGNR| either of bankgiro or of plusgiro
            default.plusgiro-schemes = BGNR | either of bankgiro or of plusgiro
            ESSESESS.sum-codes = B          | ESSESESS.sum-codes stands there twice
            """)
    void aTextThatMakesNoSenseIsRefusedWithItsLine(String line, String why) {
        var text = "# ours\n\nESSESESS.sum-codes = A\n" + line + "\nSWEDSESS.sum-codes = C\n";
        assertThatThrownBy(() -> Profiles.with(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("BAD_PROFILE");
            assertThat(refusal.text()).startsWith("line 4 of").contains(why);
        });
    }

    private static Element statement(String bic, String iban) {
        var servicer = element("Svcr", element("FinInstnId", text("BICFI", bic)));
        return element("Stmt", element("Acct", element("Id", text("IBAN", iban)), servicer));
    }

    private static Element element(String name, Element... children) {
        return new Element(name, 0, "", "", List.of(children));
    }

    private static Element text(String name, String text) {
        return new Element(name, 0, "", text == null ? "" : text, List.of());
    }
}
