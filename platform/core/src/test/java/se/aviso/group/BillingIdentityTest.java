package se.aviso.group;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.group.BillingField.BANKGIRO;
import static se.aviso.group.BillingField.CITY;
import static se.aviso.group.BillingField.LOGO;
import static se.aviso.group.BillingField.NAME;
import static se.aviso.group.BillingField.ORGANISATION_NUMBER;
import static se.aviso.group.BillingField.PLUSGIRO;
import static se.aviso.group.BillingField.SWISH;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.group.BillingIdentity.Origin;
import se.aviso.group.BillingIdentity.Own;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.PlusgiroNumber;

class BillingIdentityTest {
    private static final GroupId FEDERATION = new GroupId(new UUID(0, 1));
    private static final GroupId DISTRICT = new GroupId(new UUID(0, 2));
    private static final GroupId CLUB = new GroupId(new UUID(0, 3));
    private static final GiroNumber BG_991 = GiroNumber.of(new BankgiroNumber("9912346"));
    private static final GiroNumber BG_580 = GiroNumber.of(new BankgiroNumber("58056201"));
    private static final GiroNumber PG_28 = GiroNumber.of(new PlusgiroNumber("2865434"));

    @ParameterizedTest
    @EnumSource
    void eachFieldIsInheritedFromTheNearestAncestorThatHasIt(BillingField field) {
        var identity = inherited(Map.of(field, "the federation's"), Map.of(field, "the district's"), Map.of());
        assertThat(identity.fields()).containsExactly(Map.entry(field, new Origin("the district's", DISTRICT, 1)));
    }

    @Test
    void fieldsOfSeveralGroupsMakeOneIdentity() {
        var identity = inherited(
                Map.of(NAME, "Förbundet", CITY, "Stockholm", LOGO, "f00"),
                Map.of(CITY, "Umeå"),
                Map.of(NAME, "Klubben"));
        assertThat(identity.fields())
                .containsOnly(
                        Map.entry(NAME, new Origin("Klubben", CLUB, 2)),
                        Map.entry(CITY, new Origin("Umeå", DISTRICT, 1)),
                        Map.entry(LOGO, new Origin("f00", FEDERATION, 0)));
    }

    @Test
    void onDocumentsTheSellerIsTheGroupOfTheGiroNumberWhollyAndOnlyTheLookIsTheClubs() {
        var chain = List.of(
                new Own(
                        FEDERATION,
                        Map.of(NAME, "Förbundet", BANKGIRO, "9912346", ORGANISATION_NUMBER, "8024991005", LOGO, "f00")),
                new Own(CLUB, Map.of(NAME, "Klubben", ORGANISATION_NUMBER, "8024991047", LOGO, "c00")));
        var identity = BillingIdentity.onDocuments(chain);
        assertThat(identity.text(NAME)).isEqualTo("Förbundet");
        assertThat(identity.text(ORGANISATION_NUMBER)).isEqualTo("8024991005");
        assertThat(identity.text(LOGO)).isEqualTo("c00");
        assertThat(identity.seller()).contains(FEDERATION);
    }

    @Test
    void onDocumentsWaysToPayAreOfOneGroup() {
        var chain = List.of(
                new Own(FEDERATION, Map.of(BANKGIRO, "9912346", SWISH, "1231181189", CITY, "Stockholm")),
                new Own(CLUB, Map.of(PLUSGIRO, "2865434", NAME, "Klubben")));
        var identity = BillingIdentity.onDocuments(chain);
        assertThat(identity.giro()).contains(PG_28);
        assertThat(identity.value(SWISH)).isEmpty();
        assertThat(identity.value(BANKGIRO)).isEmpty();
        assertThat(identity.text(CITY)).isEqualTo("Stockholm");
        assertThat(identity.seller()).contains(CLUB);
    }

    @Test
    void withoutAGiroNumberDocumentsShowWhatIsInherited() {
        var chain = List.of(new Own(FEDERATION, Map.of(NAME, "Förbundet")), new Own(CLUB, Map.of(CITY, "Umeå")));
        assertThat(BillingIdentity.onDocuments(chain)).isEqualTo(BillingIdentity.inherited(chain));
    }

    @Test
    void aBlankFieldHidesNoAncestors() {
        var identity =
                inherited(Map.of(NAME, "Förbundet", BANKGIRO, "9912346"), Map.of(BANKGIRO, ""), Map.of(NAME, " "));
        assertThat(identity.text(NAME)).isEqualTo("Förbundet");
        assertThat(identity.giro()).contains(BG_991);
        assertThat(identity.seller()).contains(FEDERATION);
    }

    @Test
    void whatNobodySetIsEmpty() {
        var identity = inherited(Map.of(NAME, "Förbundet"), Map.of(), Map.of());
        assertThat(identity.value(CITY)).isEmpty();
        assertThat(identity.text(CITY)).isEmpty();
        assertThat(identity.value(NAME)).contains("Förbundet");
    }

    @Test
    void aGroupWithAnAccountButNoOrganisationNumberSellsForItsLegalPerson() {
        var chain = List.of(
                new Own(FEDERATION, Map.of(BANKGIRO, "9912346", ORGANISATION_NUMBER, "8024991005")),
                new Own(CLUB, Map.of(PLUSGIRO, "2865434")));
        var identity = BillingIdentity.onDocuments(chain);
        assertThat(identity.giro()).contains(PG_28);
        assertThat(identity.seller()).contains(FEDERATION);
    }

    @Test
    void withoutAGiroNumberThereIsNoSeller() {
        var identity = inherited(Map.of(NAME, "Förbundet"), Map.of(), Map.of());
        assertThat(identity.giro()).isEmpty();
        assertThat(identity.seller()).isEmpty();
    }

    @Test
    void theFederationBillsForTheClubWithoutAGiroOfItsOwn() {
        var identity = inherited(Map.of(BANKGIRO, "9912346"), Map.of(), Map.of(NAME, "Klubben"));
        assertThat(identity.giro()).contains(BG_991);
        assertThat(identity.seller()).contains(FEDERATION);
    }

    @Test
    void theNearestGiroWins() {
        var identity = inherited(Map.of(BANKGIRO, "9912346"), Map.of(), Map.of(BANKGIRO, "58056201"));
        assertThat(identity.giro()).contains(BG_580);
        assertThat(identity.seller()).contains(CLUB);
    }

    @Test
    void aNearerPlusgiroWinsOverABankgiro() {
        var identity = inherited(Map.of(BANKGIRO, "9912346"), Map.of(PLUSGIRO, "2865434"), Map.of());
        assertThat(identity.giro()).contains(PG_28);
        assertThat(identity.seller()).contains(DISTRICT);
    }

    @Test
    void aNearerBankgiroWinsOverAPlusgiro() {
        var identity = inherited(Map.of(PLUSGIRO, "2865434"), Map.of(), Map.of(BANKGIRO, "58056201"));
        assertThat(identity.giro()).contains(BG_580);
        assertThat(identity.seller()).contains(CLUB);
    }

    @Test
    void ofOneGroupTheBankgiroComesFirst() {
        var identity = inherited(Map.of(), Map.of(PLUSGIRO, "2865434", BANKGIRO, "9912346"), Map.of());
        assertThat(identity.giro()).contains(BG_991);
    }

    private static BillingIdentity inherited(
            Map<BillingField, String> federation, Map<BillingField, String> district, Map<BillingField, String> club) {
        return BillingIdentity.inherited(
                List.of(new Own(FEDERATION, federation), new Own(DISTRICT, district), new Own(CLUB, club)));
    }
}
