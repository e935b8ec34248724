package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of memberships whose members move, leave, come back, die or come of age, alone or in a family. */
@OnRunningProduct
class LifeIT {
    private static final String TENANT = "annan";
    private static final String TODAY = "2027-01-04";
    private static final String NOTE = "Efter samtal";

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    LifeIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void whoLeavesAFamilyTakesOnlyTheirOwnLinesOffItsClaim() {
        var place = clubs.place();
        var family = clubs.join(place, 2, TODAY);
        assertThat(invoice(family.get(0)).get("total").asText()).isEqualTo("600.00");
        resign(family.get(1), "CREDIT").expect(204);
        assertThat(invoice(family.get(0)).get("document").asText()).isEqualTo("ISSUED");
        assertThat(invoice(family.get(0)).get("open").asText()).isEqualTo("300.00");
        assertThat(states(family.get(0))).containsExactly("0");
        assertThat(states(family.get(1))).containsExactly("4");
    }

    @Test
    void whoLeavesAFamilyLeavesTheOthersWithAnOfferOfTheirOwn() {
        var place = clubs.place("OFFER", List.of(Clubs.price("FIRST", "0.00"), Clubs.price("RENEWAL", "300.00")));
        var family = clubs.join(place, 2, "2026-06-01");
        clubs.run("RENEWAL", place); // the period of 2026 is over: who was passed over in December is billed now
        var payer = family.get(0);
        var shared = clubs.documents(payer.membership()).get(1);
        assertThat(clubs.documents(family.get(1).membership())).contains(shared);
        Waiting.until("the offer", () -> mailings(shared).equals(List.of("0 3")));
        resign(family.get(1), "KEEP").expect(204);
        assertThat(document(shared).get("offer").asText()).isEqualTo("WITHDRAWN");
        assertThat(states(family.get(1))).containsExactly("2", "4");
        assertThat(states(payer)).containsExactly("2", "5", "0");
        var own = document(clubs.documents(payer.membership()).get(2));
        assertThat(own.get("kind").asText()).isEqualTo("OFFER");
        assertThat(own.get("total").asText()).isEqualTo("300.00");
        Waiting.until("the notice", () -> mailings(shared).equals(List.of("0 3", "4 3")));
        var address = rows("select email from member where id = '" + payer.member() + "'")
                .get(0);
        assertThat(new Mails(product.data()).to(address)).anyMatch(mail -> mail.contains("är återkallat"));
    }

    @Test
    void whatWasCreditedIsBilledAgainByAPersonAndNotByARun() {
        var place = clubs.place();
        var joined = clubs.join(place);
        office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key())
                .expect(201);
        clubs.run("SELECTION", place);
        assertThat(clubs.documents(joined.membership())).containsExactly(joined.invoice());
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", joined.membership());
        var sketch = Map.of("groupId", place.club(), "memberId", joined.member(), "lines", List.of(line));
        var again = office.post("invoices", sketch, key()).expect(201).json();
        assertThat(again.get("total").asText()).isEqualTo("300.00");
        assertThat(states(joined)).containsExactly("4", "0");
    }

    @Test
    void whoMovesWithoutThePeriodOwesTheOldGroupNothingWhereItIsCredited() {
        var place = clubs.place();
        var joined = clubs.join(place);
        var move = Map.of(
                "groupId", place.other(), "on", TODAY, "periodGoes", false, "openClaims", "CREDIT", "note", NOTE);
        office.post("memberships/" + joined.membership() + "/transfers", move).expect(201);
        assertThat(invoice(joined).get("document").asText()).isEqualTo("CREDITED");
        assertThat(states(joined)).containsExactly("4");
        assertThat(rows("select group_id::text from membership where leaves_on is null and member_id = '"
                        + joined.member() + "'"))
                .containsExactly(place.other());
    }

    @Test
    void aMoveIsCalledOffUntilItsDayHasCome() {
        var place = clubs.place();
        var joined = clubs.join(place);
        var moves = "memberships/" + joined.membership() + "/transfers";
        var move = Map.of("groupId", place.other(), "on", "2027-02-01", "periodGoes", true, "note", NOTE);
        var planned = office.post(moves, move).expect(201).json().get("id").asText();
        office.send("DELETE", moves + "/" + planned, new byte[0]).expect(204);
        office.send("DELETE", moves + "/" + planned, new byte[0]).expect(404);
        assertThat(rows("select group_id::text from membership where id = '" + joined.membership() + "'"))
                .containsExactly(place.club());
    }

    @Test
    void whoHasLeftMayComeBack() {
        var place = clubs.place();
        var joined = clubs.join(place);
        var wish = Map.of("groupId", place.club(), "typeId", place.type());
        var again = "members/" + joined.member() + "/memberships";
        assertThat(office.post(again, wish).expect(422).problem()).isEqualTo("membership-twice");
        resign(joined, "CREDIT").expect(204);
        var begun = office.post(again, wish).expect(201).json().get("id").asText();
        assertThat(office.post(again, wish).expect(422).problem()).isEqualTo("membership-twice");
        clubs.run("SELECTION", place);
        assertThat(clubs.documents(begun)).hasSize(1);
    }

    @Test
    void whoMovesTakesThePeriodAlongAndWhoResignsIsRenewedNoMore() {
        var place = clubs.place();
        var joined = clubs.join(place);
        var move = Map.of("groupId", place.other(), "on", TODAY, "periodGoes", true, "note", NOTE);
        office.post("memberships/" + joined.membership() + "/transfers", move).expect(201);
        assertThat(rows("select group_id::text from membership where id = '" + joined.membership() + "'"))
                .containsExactly(place.other());
        var resignation = Map.of("lastDay", TODAY, "openClaims", "CREDIT", "note", NOTE);
        office.post("memberships/" + joined.membership() + "/resignation", resignation)
                .expect(204);
        assertThat(invoice(joined).get("document").asText()).isEqualTo("CREDITED");
        assertThat(rows("select leaves_on::text from membership where id = '" + joined.membership() + "'"))
                .containsExactly(TODAY);
    }

    @Test
    void whoHasDiedIsSentNothingMore() {
        var place = clubs.place();
        var joined = clubs.join(place);
        var death = Map.of("on", TODAY, "note", "Anhörig har hört av sig");
        office.post("members/" + joined.member() + "/death", death).expect(204);
        assertThat(office.post("members/" + joined.member() + "/death", death)
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-member-died");
        clubs.run("REMINDER", place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        assertThat(invoice(joined).get("open").asText()).isEqualTo("300.00"); // held for a person
    }

    @Test
    void whoComesOfAgePaysForThemselves() {
        var place = clubs.place();
        var joined = clubs.join(place);
        rows("update member set born = '2009-01-04', guardian_name = 'Alva Prov' where id = '" + joined.member()
                + "' returning 'done'");
        clubs.run("LIFE", place);
        assertThat(rows("select came_of_age_on::text from member where guardian_name is null and id = '"
                        + joined.member() + "'"))
                .containsExactly(TODAY);
    }

    private Client.Reply resign(Clubs.Joined who, String openClaims) {
        var resignation = Map.of("lastDay", TODAY, "openClaims", openClaims, "note", NOTE);
        return office.post("memberships/" + who.membership() + "/resignation", resignation);
    }

    private List<String> states(Clubs.Joined of) {
        return rows("select state::text from period where membership_id = '" + of.membership() + "' order by ordinal");
    }

    private JsonNode invoice(Clubs.Joined joined) {
        return document(joined.invoice());
    }

    private JsonNode document(String id) {
        return office.get("invoices/" + id).expect(200).json();
    }

    /** The documents that were sent of an invoice, each with its state. */
    private List<String> mailings(String invoice) {
        return rows("select document || ' ' || state from dispatch where invoice_id = '" + invoice + "' order by id");
    }

    private List<String> rows(String query) {
        return product.books().column(TENANT, query);
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
