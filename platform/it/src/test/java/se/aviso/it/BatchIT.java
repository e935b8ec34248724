package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices to many at once, from a selection or a list: written as drafts, issued by a run, nobody twice. */
@OnRunningProduct
class BatchIT {
    private static final AtomicInteger PEOPLE = new AtomicInteger(430_000);

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    BatchIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.clubs = new Clubs(product, "prov");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aSelectionIsWrittenThenIssuedByARunAndNobodyTwice() {
        var place = clubs.place();
        var first = clubs.member(place, "2027-01-04");
        var second = clubs.member(place, "2027-01-05");
        var lines = List.of(free("Bussresa", "75.00", "LOW"));
        var wish = Map.of("groupId", place.club(), "typeId", place.type(), "lines", lines);
        var batch = office.post("invoice-batches", wish).expect(201).json();
        var path = "invoice-batches/" + batch.get("id").asText();
        assertThat(batch.get("ready").asLong()).isEqualTo(2);
        var key = UUID.randomUUID().toString();
        var run = issue(path, key).expect(202).json().get("id").asText();
        assertThat(issue(path, key).expect(202).json().get("id").asText()).isEqualTo(run);
        issue(path, key + "x").expect(422);
        office.finish(run);
        for (var member : List.of(first, second)) {
            assertThat(count("invoice i where i.run_id = '" + run + "' and i.member_id = '" + member + "'"))
                    .isEqualTo(1);
        }
        assertThat(count("invoice i where i.run_id = '" + run + "'"))
                .isEqualTo(batch.get("ready").asLong());
        office.send("DELETE", path, new byte[0]).expect(422);
    }

    @Test
    void eachOfASelectionIsBilledTheirOwnMembership() {
        var place = clubs.place();
        var people = List.of(clubs.member(place, "2027-01-04"), clubs.member(place, "2027-01-05"));
        var lines = List.of(Map.of("kind", "MEMBERSHIP"), free("Nyckel", "50.00", "STANDARD"));
        var wish = Map.of("groupId", place.club(), "typeId", place.type(), "lines", lines);
        var batch = office.post("invoice-batches", wish).expect(201).json();
        assertThat(batch.get("ready").asLong()).isEqualTo(2);
        assertThat(batch.get("total").asText()).isEqualTo("700.00");
        var run = issue(
                "invoice-batches/" + batch.get("id").asText(), UUID.randomUUID().toString());
        office.finish(run.expect(202).json().get("id").asText());
        for (var person : people) {
            assertThat(count("period p join membership s on s.id = p.membership_id where s.member_id = '" + person
                            + "'"))
                    .isEqualTo(1);
        }
        var again = office.post("invoice-batches", wish).expect(201).json();
        assertThat(again.get("ready").asLong()).isZero();
        assertThat(again.at("/problems/already-billed").asLong()).isEqualTo(2);
    }

    @Test
    void aMembershipOfManyNeedsItsTypeAndIsNoOnesInParticular() {
        var group = group("prov-ett");
        var own = List.of(Map.of("kind", "MEMBERSHIP"));
        var typeless = office.post("invoice-batches", Map.of("groupId", group, "lines", own));
        assertThat(typeless.expect(422).problem()).isEqualTo("membership-needs-type");
        var one = List.of(
                Map.of("kind", "MEMBERSHIP", "membershipId", UUID.randomUUID().toString()));
        var named = office.post("invoice-batches", Map.of("groupId", group, "lines", one));
        assertThat(named.expect(422).problem()).isEqualTo("membership-in-selection");
    }

    @Test
    void aRowOfAListBillsTheMembershipOfItsType() {
        var member = number(member());
        var wrong = list("medlem;medlemskap;pris;text;moms;konto\n" + member
                        + ";finns-ej;;;;\nx;ar;;;;\n999999999;;50,00;" + "Mat;12 %;3052\n" + member
                        + ";;50,00;Mat;13 %;3052\n")
                .expect(422)
                .json();
        var faults = new ArrayList<String>();
        wrong.get("errors")
                .forEach(error -> faults.add(
                        error.path("code").asText() + error.path("pointer").asText()));
        assertThat(faults)
                .as("an unknown type is told with what cannot be read and what cannot be billed")
                .containsExactlyInAnyOrder(
                        "csv-rows",
                        "unknown-type/2/membership",
                        "bad-member-number/3/member",
                        "unknown-member/4/member",
                        "bad-vat/5/vat");
        var batch = list("medlem;medlemskap;pris;text;moms;konto\n" + member + ";ar;;;;\n" + member
                        + ";;50,00;Mat;12 %;3052\n")
                .expect(201)
                .json();
        assertThat(batch.get("drafts").asInt()).isEqualTo(1);
        assertThat(batch.get("total").asText()).isEqualTo("350.00");
    }

    @Test
    void aListIsTakenWholeOrNotAtAllAndEachFaultIsNamed() {
        var member = number(member());
        var number = "T" + UUID.randomUUID().toString().substring(0, 8);
        add(article("prov-ett", number, "200.00"));
        var wrong = list("medlem;produkt;antal;pris;text;moms;konto\n" + member + ";" + number + ";2;;;;\n" + member
                        + ";finns-ej;1;;;;\n999999999;" + number + ";1;;;;\n" + member + ";;0;50,00;Mat;12;1510\n")
                .expect(422)
                .json();
        var places = new ArrayList<String>();
        wrong.get("errors").forEach(error -> places.add(error.path("pointer").asText()));
        assertThat(places).contains("/3/product", "/4/member", "/5/quantity", "/5/account");
        var batch = list("medlem;produkt;antal;pris;text;moms;konto\n" + member + ";" + number + ";2;;;;\n" + member
                        + ";;1;50,00;Mat;12 %;3052\n")
                .expect(201)
                .json();
        assertThat(batch.get("drafts").asInt()).isEqualTo(1);
        assertThat(batch.get("total").asText()).isEqualTo("450.00");
        var path = "invoice-batches/" + batch.get("id").asText();
        office.send("DELETE", path, new byte[0]).expect(204);
        office.get(path).expect(404);
    }

    private Client.Reply list(String csv) {
        return office.send(
                "POST",
                "invoice-batches?groupId=" + group("prov-ett"),
                csv.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
    }

    private Client.Reply issue(String batch, String key) {
        return office.send("POST", batch + ":issue", new byte[0], "Idempotency-Key", key);
    }

    private String number(String member) {
        return product.books()
                .column("prov", "select number from member where id = '" + member + "'")
                .get(0);
    }

    private static Map<String, Object> free(String text, String unit, String vat) {
        return Map.of("kind", "FREE", "text", text, "unit", unit, "vat", vat, "account", 3051);
    }

    private Client.Reply add(Object article) {
        return office.post("products", article).expect(201);
    }

    private Map<String, Object> article(String group, String number, String price) {
        return Map.of(
                "groupId",
                group(group),
                "number",
                number,
                "names",
                Map.of("sv", "Tröja", "en", "Shirt"),
                "unit",
                "st",
                "price",
                price,
                "vat",
                "STANDARD",
                "account",
                3051);
    }

    private String group(String slug) {
        return product.books()
                .column("prov", "select id from group_node where slug = '" + slug + "'")
                .get(0);
    }

    /** Somebody in a local group whose membership was never billed. */
    private String member() {
        var number = PEOPLE.incrementAndGet();
        office.importMembers("number,group,type,givenName,familyName,born,email\n" + number
                        + ",prov-ett,ar,En,Gång,1985-03-01,gang" + number + "@people.example\n")
                .expect(200);
        return product.books()
                .column("prov", "select id from member where number = " + number)
                .get(0);
    }

    private long count(String table) {
        return product.books().number("prov", "select count(*) from " + table);
    }
}
