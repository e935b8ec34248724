package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The life of a membership type and of its prices: corrected while nobody was asked by them, then followed or ended.
 */
@OnRunningProduct
class PriceLifeIT {
    private static final String TENANT = "prov";
    private static final String TODAY = "2027-01-04";
    private static final String CLUB = "prov-ett";

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final String slug = "liv-" + UUID.randomUUID().toString().substring(0, 8);
    private String type = "";

    PriceLifeIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
    }

    @BeforeEach
    void addType() {
        var body = NewType.of(slug, List.of(NewType.price("OWN", "0.00")));
        body.put("names", Map.of("sv", "Liv", "en", "Life"));
        body.put("period", Map.of("rule", "FROM_SIGN_UP", "months", 12));
        type = NewType.add(office, body);
    }

    @Test
    void aPriceIsCorrectedUntilSomebodyWasInvoicedByIt() {
        var list = office.get("price-lists/" + type).expect(200);
        var price = "price-lists/" + type + "/prices/"
                + list.json().at("/prices/0/id").asText();
        var right = Map.of("from", "2026-06-01", "minAge", 0, "maxAge", 150, "amount", "125.00");
        assertThat(put(price, right, "").status()).isEqualTo(428);
        put(price, right, list.header("ETag")).expect(200);
        assertThat(put(price, right, list.header("ETag")).status()).isEqualTo(412);
        assertThat(people.join(CLUB, slug).ore()).isEqualTo(12_500);

        assertThat(put(price, right, "*").expect(422).problem()).isEqualTo("price-is-used");
        assertThat(office.send("DELETE", price, new byte[0]).expect(422).problem())
                .isEqualTo("price-is-used");
        assertThat(office.get("price-lists/" + type)
                        .json()
                        .at("/prices/0/amount")
                        .asText())
                .isEqualTo("125.00");

        var next = Map.of("from", "2028-01-01", "minAge", 0, "maxAge", 150, "amount", "140.00");
        var added =
                office.post("price-lists/" + type + "/prices", next).expect(201).json();
        assertThat(added.get("prices")).hasSize(2);
        var spare = id(added, "140.00");
        office.send("DELETE", "price-lists/" + type + "/prices/" + spare, new byte[0])
                .expect(204);
        assertThat(office.get("price-lists/" + type).json().get("prices")).hasSize(1);
        var gone = office.send("DELETE", "price-lists/" + type + "/prices/" + spare, new byte[0]);
        assertThat(gone.status()).isEqualTo(404);
    }

    @Test
    void anEndedPriceLeavesAGapThatIsNamed() {
        assertThat(people.join(CLUB, slug).ore()).isZero();
        var list = office.get("price-lists/" + type).json();
        var end = "price-lists/" + type + "/prices/" + list.at("/prices/0/id").asText() + ":end";
        var past = office.post(end, Map.of("from", "2027-01-03")).expect(422);
        assertThat(past.json().at("/errors/0/code").asText()).isEqualTo("end-is-past");
        assertThat(past.json().at("/errors/0/pointer").asText()).isEqualTo("/from");
        var ended = office.post(end, Map.of("from", TODAY)).expect(200).json();
        assertThat(ended.at("/prices/0/endsFrom").asText()).isEqualTo(TODAY);
        var refused =
                people.send(CLUB, SignUps.form(slug, 12), UUID.randomUUID().toString());
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("no-price");
        assertThat(office.post(end, Map.of("from", "2027-02-01")).expect(422).problem())
                .isEqualTo("price-has-ended");

        var seen = renewal();
        assertThat(seen.at("/preview/verdict").asText()).isEqualTo("BLOCKED");
        assertThat(seen.get("reason").asText()).isEqualTo("no-price");
    }

    @Test
    void aTypeThatEndsIsGivenToNobodyAndRenewedForNobody() {
        var joined = people.join(CLUB, slug);
        var found = office.get("membership-types/" + type).expect(200);
        var path = "membership-types/" + type;
        var past = office.patch(path, Map.of("endsFrom", "2027-01-03"), "If-Match", "*")
                .expect(422);
        assertThat(past.json().at("/errors/0/code").asText()).isEqualTo("end-is-past");
        var change =
                Map.of("names", Map.of("sv", "Livet ut"), "paymentTermDays", 20, "endsFrom", TODAY, "account", 3015);
        var changed = office.patch(path, change, "If-Match", found.header("ETag"))
                .expect(200)
                .json();
        assertThat(changed.at("/names/sv").asText()).isEqualTo("Livet ut");
        assertThat(changed.at("/names/en").asText()).isEqualTo("Life");
        assertThat(changed.get("paymentTermDays").asInt()).isEqualTo(20);
        assertThat(changed.get("account").asInt()).isEqualTo(3015);
        assertThat(office.patch(path, change, "If-Match", found.header("ETag")).status())
                .isEqualTo(412);

        var refused =
                people.send(CLUB, SignUps.form(slug, 11), UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("type-ended");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/typeId");
        var group = new Tree(office).id(CLUB);
        var more = office.post(
                "members/" + joined.memberId() + "/memberships",
                Map.of("groupId", new Tree(office).id("prov-tva"), "typeId", type));
        assertThat(more.expect(422).json().at("/errors/0/code").asText()).isEqualTo("type-ended");
        var person = Map.of(
                "givenName",
                "Sen",
                "familyName",
                "Gren",
                "born",
                "1980-05-17",
                "memberships",
                List.of(Map.of("groupId", group, "typeId", type)));
        assertThat(office.post("members", person)
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/memberships/0/typeId");

        var seen = renewal();
        assertThat(seen.at("/preview/verdict").asText()).isEqualTo("PASSED_OVER");
        assertThat(seen.get("reason").asText()).isEqualTo("type-has-ended");

        office.patch(path, Collections.singletonMap("endsFrom", null), "If-Match", "*")
                .expect(200);
        people.join(CLUB, slug);
    }

    /** What a renewal would do to the one member of the type, whose period ends in ten days. */
    private JsonNode renewal() {
        var membership =
                one("select s.id::text from membership s join membership_type t on t.tenant_id = s.tenant_id and "
                        + "t.id = s.type_id where t.slug = '" + slug + "'");
        one("update period set first_day = '2026-01-15', last_day = '2027-01-14' where membership_id = '" + membership
                + "' returning id::text");
        var wish = Map.of("kind", "RENEWAL", "groupId", new Tree(office).id(CLUB), "preview", true);
        var run = office.post(
                        "invoice-runs",
                        wish,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(202)
                .json()
                .get("id")
                .asText();
        Waiting.until(
                "the preview of " + run,
                () -> office.get("invoice-runs/" + run)
                        .json()
                        .at("/state")
                        .asText()
                        .equals("PREVIEWED"));
        var seen = office.all("invoice-runs/" + run + "/recipients").stream()
                .filter(each -> each.toString().contains(membership))
                .findFirst()
                .orElseThrow();
        office.post("invoice-runs/" + run + ":cancel", Map.of()).expect(200);
        return seen;
    }

    private String one(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    private Client.Reply put(String path, Object body, String ifMatch) {
        return ifMatch.isEmpty()
                ? office.send("PUT", path, Client.bytes(body), "Content-Type", "application/json")
                : office.send("PUT", path, Client.bytes(body), "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private static String id(JsonNode list, String amount) {
        for (var price : list.get("prices")) {
            if (price.get("amount").asText().equals(amount)) {
                return price.get("id").asText();
            }
        }
        throw new AssertionError("no price of " + amount);
    }
}
