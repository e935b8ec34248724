package se.aviso.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Clubs, terms and members for what becomes of who does not pay; every case has its own. */
abstract class DunningCase {
    static final String TODAY = "2027-01-04";
    static final String NOTE = "Efter samtal";
    private static final String TENANT = "annan";

    final Product product;
    final Client office;

    DunningCase(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    /** A club with a membership type whose invoices fall due on the day on which they are issued. */
    record Place(String club, String other, String type) {}

    record Joined(String member, String membership, String invoice) {}

    Place place() {
        var district = rows("select id::text from group_node where slug = 'annan-distrikt'")
                .get(0);
        return new Place(club(district), club(district), type());
    }

    String club(String district) {
        var club = Map.of("name", "Förening", "slug", unused(), "kind", "LOCAL", "parentId", district);
        return office.post("groups", club).expect(201).json().get("id").asText();
    }

    String type() {
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

    Joined join(Place place) {
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

    String remind(Place place) {
        return run("REMINDER", place);
    }

    String run(String kind, Place place) {
        var run = office.post("invoice-runs", Map.of("kind", kind, "groupId", place.club()), key())
                .expect(202)
                .json()
                .get("id")
                .asText();
        office.finish(run);
        return run;
    }

    static Object policy(String fee) {
        return Map.of("levels", List.of(level(0, fee)), "offerLapseAfterDays", 60, "remindOffers", true);
    }

    static Object level(int afterDays, String fee) {
        var text = Map.of("sv", "Hej", "en", "Hello");
        return Map.of("afterDays", afterDays, "fee", fee, "interest", false, "text", text);
    }

    static Object agreement(String fee) {
        var text = Map.of("sv", "Avgift vid påminnelse", "en", "A fee for a reminder");
        return Map.of("from", "2026-01-01", "text", text, "fee", fee, "dueDayAgreed", true);
    }

    void agree(Place place, String fee) {
        office.post("dunning-policies/" + place.type() + "/agreements", agreement(fee))
                .expect(201);
    }

    void set(Place place, Object policy) {
        office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy), match(place))
                .expect(200);
    }

    String[] match(Place place) {
        var tag = office.get("dunning-policies/" + place.type()).expect(200).header("ETag");
        return new String[] {"If-Match", tag, "Content-Type", "application/json"};
    }

    Client.Reply act(Joined joined, String act, Object body) {
        return office.post("invoices/" + joined.invoice() + ":" + act, body, key());
    }

    JsonNode invoice(Joined joined) {
        return office.get("invoices/" + joined.invoice()).expect(200).json();
    }

    List<String> charges(Joined joined) {
        return rows("select invoice_id::text from dunning_charge where principal_id = '" + joined.invoice() + "'");
    }

    boolean handedOver(Joined joined) {
        return !rows("select 'yes' from collector_case where taken_back_on is null and invoice_id = '"
                        + joined.invoice() + "'")
                .isEmpty();
    }

    List<String> rows(String query) {
        return product.books().column(TENANT, query);
    }

    static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }

    static String unused() {
        return "prov-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
