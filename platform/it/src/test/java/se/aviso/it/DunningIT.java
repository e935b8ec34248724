package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of who does not pay, and of who leaves: reminders with a fee, stops, write-offs, collectors, moves. */
@OnRunningProduct
class DunningIT {
    private static final String TENANT = "annan";
    private static final String TODAY = "2027-01-04";
    private static final String NOTE = "Efter samtal";

    private final Product product;
    private final Client office;

    DunningIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    /** A club with a membership type whose invoices fall due on the day on which they are issued. */
    private record Place(String club, String other, String type) {}

    private record Joined(String member, String membership, String invoice) {}

    @Test
    void aFeeIsRefusedUntilItIsAgreedAndThenAClaimOfItsOwnUnderTheSameReference() {
        var place = place();
        var refused =
                office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy("45.00")), match(place));
        assertThat(refused.expect(422).problem()).isEqualTo("fee-not-agreed");
        var before = join(place);
        agree(place, "60.00");
        set(place, policy("45.00"));
        var after = join(place);
        remind(place);
        assertThat(invoice(before).get("dunningLevel").asInt()).isEqualTo(1);
        assertThat(charges(before)).isEmpty(); // its debt arose before anything was agreed
        assertThat(rows("select refused from reminder where invoice_id = '" + before.invoice() + "'"))
                .containsExactly("fee-not-agreed");
        var charge = office.get("invoices/" + charges(after).get(0)).json();
        assertThat(charge.get("occasion").asText()).isEqualTo("CHARGE");
        assertThat(charge.get("total").asText()).isEqualTo("45.00");
        assertThat(charge.get("ocr").asText())
                .isEqualTo(invoice(after).get("ocr").asText());
        assertThat(invoice(after).get("dueOn").asText()).isEqualTo(TODAY);
    }

    @Test
    void aFeeBeyondTheOrdinanceIsNeverAgreed() {
        var place = place();
        var agreed = office.post("dunning-policies/" + place.type() + "/agreements", agreement("60.01"));
        assertThat(agreed.expect(422).problem()).isEqualTo("fee-too-high");
    }

    @Test
    void aStopKeepsRemindersBackUntilItIsLifted() {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        var stops = "invoices/" + joined.invoice() + "/dunning-stops";
        var stop = office.post(stops, Map.of("note", NOTE))
                .expect(201)
                .json()
                .get("id")
                .asText();
        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        office.send("DELETE", stops + "/" + stop, new byte[0]).expect(204);
        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenOffIsClosedAndCanBeOpenedAgain() {
        var joined = join(place());
        var off = act(joined, "write-off", Map.of("reason", NOTE)).expect(200).json();
        assertThat(off.at("/writeOffs/0/amount").asText()).isEqualTo("300.00");
        assertThat(invoice(joined).get("document").asText()).isEqualTo("WRITTEN_OFF");
        assertThat(invoice(joined).get("open").asText()).isEqualTo("0.00");
        assertThat(act(joined, "write-off", Map.of("reason", NOTE)).expect(409).problem())
                .isEqualTo("conflict-invoice-settled");
        var credit = office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key());
        assertThat(credit.expect(409).problem())
                .as("it would be taken off twice, and the payer be owed what nobody paid")
                .isEqualTo("conflict-written-off");
        act(joined, "reopen", Map.of()).expect(200);
        assertThat(invoice(joined).get("open").asText()).isEqualTo("300.00");
    }

    @Test
    void aFileForACollectorIsKeptByteByByteAndItsClaimsAreRemindedOfNoMore() {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        remind(place);
        var seller = rows("select seller_group_id::text from invoice where id = '" + joined.invoice() + "'")
                .get(0);
        var wish = Map.of("sellerGroupId", seller, "format", "CSV");
        var early = office.post("collector-exports", wish, key()).expect(422);
        assertThat(early.problem()).isEqualTo("hand-over-too-early");
        assertThat(early.text()).contains(LocalDate.parse(TODAY).plusDays(10).toString());
        set(place, policy("0.00", 0));
        var made = office.post("collector-exports", wish, key()).expect(201).json();
        var file = "collector-exports/" + made.get("id").asText() + "/file";
        var bytes = office.get(file).expect(200).bytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains(invoice(joined).get("ocr").asText());
        assertThat(office.get(file).bytes()).isEqualTo(bytes);
        assertThat(handedOver(joined)).isTrue();
        act(joined, "call-in", Map.of("reason", NOTE)).expect(200);
        assertThat(handedOver(joined)).isFalse();
    }

    @Test
    void whoMovesTakesThePeriodAlongAndWhoResignsIsRenewedNoMore() {
        var place = place();
        var joined = join(place);
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
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        var death = Map.of("on", TODAY, "note", "Anhörig har hört av sig");
        office.post("members/" + joined.member() + "/death", death).expect(204);
        assertThat(office.post("members/" + joined.member() + "/death", death)
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-member-died");
        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        assertThat(invoice(joined).get("open").asText()).isEqualTo("300.00"); // held for a person
    }

    @Test
    void whoComesOfAgePaysForThemselves() {
        var place = place();
        var joined = join(place);
        rows("update member set born = '2009-01-04', guardian_name = 'Alva Prov' where id = '" + joined.member()
                + "' returning 'done'");
        var run = office.post("invoice-runs", Map.of("kind", "LIFE", "groupId", place.club()), key());
        office.finish(run.expect(202).json().get("id").asText());
        assertThat(rows("select came_of_age_on::text from member where guardian_name is null and id = '"
                        + joined.member() + "'"))
                .containsExactly(TODAY);
    }

    private Place place() {
        var district = rows("select id::text from group_node where slug = 'annan-distrikt'")
                .get(0);
        return new Place(club(district), club(district), type());
    }

    private String club(String district) {
        var club = Map.of("name", "Förening", "slug", unused(), "kind", "LOCAL", "parentId", district);
        return office.post("groups", club).expect(201).json().get("id").asText();
    }

    private String type() {
        var price = Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", "300.00");
        var type = Map.ofEntries(
                Map.entry("slug", unused()),
                Map.entry("names", Map.of("sv", "Provtyp", "en", "A type")),
                Map.entry("period", Map.of("rule", "CALENDAR_YEAR", "months", 12)),
                Map.entry("ageOn", "JANUARY_FIRST"),
                Map.entry("vat", "EXEMPT"),
                Map.entry("account", 3010),
                Map.entry("renewal", Map.of("daysBefore", 30, "as", "CLAIM")),
                Map.entry("paymentTermDays", 0),
                Map.entry("lapseAfterDays", 60),
                Map.entry("prices", List.of(price)));
        return office.post("membership-types", type)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private Joined join(Place place) {
        var membership = Map.of("groupId", place.club(), "typeId", place.type());
        var member = Map.of(
                "givenName", "Person",
                "familyName", "Utan Brådska",
                "born", "1980-05-17",
                "email", UUID.randomUUID() + "@people.example",
                "memberships", List.of(membership));
        var id = office.post("members", member).expect(201).json().get("id").asText();
        run("SELECTION", place);
        var invoice = rows("select id::text from invoice where member_id = '" + id + "'")
                .get(0);
        var belonging = rows("select id::text from membership where member_id = '" + id + "'")
                .get(0);
        return new Joined(id, belonging, invoice);
    }

    private void remind(Place place) {
        run("REMINDER", place);
    }

    private void run(String kind, Place place) {
        var run = office.post("invoice-runs", Map.of("kind", kind, "groupId", place.club()), key());
        office.finish(run.expect(202).json().get("id").asText());
    }

    private static Object policy(String fee) {
        return policy(fee, 10);
    }

    private static Object policy(String fee, int collectorAfterDays) {
        var level = Map.of("afterDays", 0, "fee", fee, "interest", false, "text", Map.of("sv", "Hej", "en", "Hello"));
        return Map.of(
                "levels",
                List.of(level),
                "offerLapseAfterDays",
                60,
                "remindOffers",
                true,
                "collectorAfterDays",
                collectorAfterDays);
    }

    private static Object agreement(String fee) {
        var text = Map.of("sv", "Avgift vid påminnelse", "en", "A fee for a reminder");
        return Map.of("from", "2026-01-01", "text", text, "fee", fee, "dueDayAgreed", true);
    }

    private void agree(Place place, String fee) {
        office.post("dunning-policies/" + place.type() + "/agreements", agreement(fee))
                .expect(201);
    }

    private void set(Place place, Object policy) {
        office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy), match(place))
                .expect(200);
    }

    private String[] match(Place place) {
        var tag = office.get("dunning-policies/" + place.type()).expect(200).header("ETag");
        return new String[] {"If-Match", tag, "Content-Type", "application/json"};
    }

    private Client.Reply act(Joined joined, String act, Object body) {
        return office.post("invoices/" + joined.invoice() + ":" + act, body, key());
    }

    private JsonNode invoice(Joined joined) {
        return office.get("invoices/" + joined.invoice()).expect(200).json();
    }

    private List<String> charges(Joined joined) {
        return rows("select invoice_id::text from dunning_charge where principal_id = '" + joined.invoice() + "'");
    }

    private boolean handedOver(Joined joined) {
        return !rows("select 'yes' from collector_case where taken_back_on is null and invoice_id = '"
                        + joined.invoice() + "'")
                .isEmpty();
    }

    private List<String> rows(String query) {
        return product.books().column(TENANT, query);
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }

    private static String unused() {
        return "prov-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
