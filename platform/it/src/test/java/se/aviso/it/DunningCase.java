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
    final Clubs clubs;

    DunningCase(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    Clubs.Place place() {
        return clubs.place();
    }

    Clubs.Joined join(Clubs.Place place) {
        return clubs.join(place);
    }

    String remind(Clubs.Place place) {
        return run("REMINDER", place);
    }

    String run(String kind, Clubs.Place place) {
        return clubs.run(kind, place);
    }

    static Object policy(String fee) {
        return policy(fee, 10);
    }

    /** The same, with the days from the last reminder to the hand-over. */
    static Object policy(String fee, int collectorAfterDays) {
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

    static Object level(int afterDays, String fee) {
        var text = Map.of("sv", "Hej", "en", "Hello");
        return Map.of("afterDays", afterDays, "fee", fee, "interest", false, "text", text);
    }

    static Object agreement(String fee) {
        var text = Map.of("sv", "Avgift vid påminnelse", "en", "A fee for a reminder");
        return Map.of("from", "2026-01-01", "text", text, "fee", fee, "dueDayAgreed", true);
    }

    void agree(Clubs.Place place, String fee) {
        office.post("dunning-policies/" + place.type() + "/agreements", agreement(fee))
                .expect(201);
    }

    void set(Clubs.Place place, Object policy) {
        office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy), match(place))
                .expect(200);
    }

    String[] match(Clubs.Place place) {
        var tag = office.get("dunning-policies/" + place.type()).expect(200).header("ETag");
        return new String[] {"If-Match", tag, "Content-Type", "application/json"};
    }

    Client.Reply act(Clubs.Joined joined, String act, Object body) {
        return office.post("invoices/" + joined.invoice() + ":" + act, body, key());
    }

    JsonNode invoice(Clubs.Joined joined) {
        return office.get("invoices/" + joined.invoice()).expect(200).json();
    }

    List<String> charges(Clubs.Joined joined) {
        return rows("select invoice_id::text from dunning_charge where principal_id = '" + joined.invoice() + "'");
    }

    boolean handedOver(Clubs.Joined joined) {
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
}
