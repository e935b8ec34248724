package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One pays for a family, and no more than its cap, however its members are billed. */
@OnRunningProduct
class FamilyIT {
    private static final String TENANT = "prov";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final Product product;
    private final Client office;
    private final String type = "tak-" + UUID.randomUUID().toString().substring(0, 8);
    private final String group;

    FamilyIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.group = new Tree(office).id("prov-ett");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    /** 350 each and 600 at most, by sign-up, by hand and by a run. */
    @Test
    void theCapIsPaidOnceBySignUpByHandAndByARun() {
        addType();
        var joined = new SignUps(product).join("prov-ett", type);
        assertThat(joined.ore()).isEqualTo(350_00);
        var second = member();
        var third = member();
        var payer = joined.memberId();
        family(payer, "\"0\"", payer, second, third).expect(200);

        var seen = preview(second);
        assertThat(seen.get("payerId").asText()).isEqualTo(payer);
        assertThat(seen.get("total").asText()).isEqualTo("250.00");
        var issued = office.post(
                        "invoices",
                        bill(second),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
        assertThat(issued.get("memberId").asText()).isEqualTo(payer);
        assertThat(issued.get("total").asText()).isEqualTo("250.00");
        assertThat(issued.get("lines").findValuesAsText("before")).containsExactly("350.00");

        run();
        assertThat(number("select coalesce(sum(l.amount), -1) from invoice_line l join invoice_line o "
                        + "on o.tenant_id = l.tenant_id and o.invoice_id = l.invoice_id join period p "
                        + "on p.tenant_id = o.tenant_id and p.id = o.period_id join membership s "
                        + "on s.tenant_id = p.tenant_id and s.id = p.membership_id where s.member_id = '" + third
                        + "'"))
                .as("the third is one of the family for nothing")
                .isZero();

        credit(joined.invoiceId());
        var fourth = member();
        family(payer, "\"1\"", payer, second, third, fourth).expect(200);
        assertThat(preview(fourth).get("total").asText())
                .as("what was credited counts no longer")
                .isEqualTo("350.00");
    }

    @Test
    void nobodyIsBilledToADeadPayer() {
        addType();
        var payer = member();
        var child = member();
        family(payer, "\"0\"", payer, child).expect(200);
        office.post("members/" + payer + "/death", Map.of("on", DAY.toString(), "note", "Anhörig ringde"))
                .expect(204);
        assertThat(preview(child).at("/problems/0/code").asText()).isEqualTo("payer-died");
        var run = run();
        var failed = office.all("invoice-runs/" + run + "/recipients?state=FAILED").stream()
                .filter(each -> each.get("memberId").asText().equals(child))
                .findFirst()
                .orElseThrow();
        assertThat(failed.get("reason").asText()).isEqualTo("payer-died");
        assertThat(failed.get("now").asText()).isNotBlank();
        assertThat(family(child, "\"1\"", payer, child, payer).expect(422).problem())
                .isEqualTo("family-payer-died");
        family(child, "\"1\"", child, payer).expect(200);
        assertThat(preview(child).get("problems")).isEmpty();
        var free = Map.of("kind", "FREE", "text", "Resa", "unit", "10.00", "vat", "ZERO", "account", 3051);
        var toTheDead = Map.of("groupId", group, "memberId", payer, "lines", List.of(free));
        assertThat(office.post("invoices?preview=true", toTheDead)
                        .expect(200)
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("member-died");
    }

    private void addType() {
        var prices = List.of(NewType.price("OWN", "350.00"), NewType.price("FAMILY_CAP", "600.00"));
        NewType.add(office, NewType.of(type, prices));
    }

    private String run() {
        var body = Map.of("kind", "SELECTION", "businessDate", DAY.toString(), "groupId", group);
        var run = office.post(
                        "invoice-runs",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(202)
                .json()
                .get("id")
                .asText();
        office.finish(run);
        return run;
    }

    private void credit(String invoice) {
        office.post(
                        "invoices/" + invoice + "/credit-notes",
                        Map.of("reason", "Fel"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
    }

    private Client.Reply family(String of, String version, String payer, String... others) {
        var all = new java.util.TreeSet<>(List.of(others));
        all.add(payer);
        var body = Map.of("payerId", payer, "memberIds", all);
        return office.send(
                "PUT",
                "members/" + of + "/family",
                Client.bytes(body),
                "If-Match",
                version,
                "Content-Type",
                "application/json");
    }

    private JsonNode preview(String member) {
        return office.post("invoices?preview=true", bill(member)).expect(200).json();
    }

    private Map<String, Object> bill(String member) {
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership(member));
        return Map.of("groupId", group, "memberId", member, "lines", List.of(line));
    }

    private String member() {
        var id = product.books()
                .column(TENANT, "select id::text from membership_type where slug = '" + type + "'")
                .get(0);
        var person = Map.of(
                "givenName",
                "Sam",
                "familyName",
                "Tak",
                "born",
                "1980-05-17",
                "email",
                UUID.randomUUID() + "@people.example",
                "channel",
                "EMAIL",
                "memberships",
                List.of(Map.of("groupId", group, "typeId", id)));
        return office.post("members", person).expect(201).json().get("id").asText();
    }

    private String membership(String member) {
        return product.books()
                .column(TENANT, "select id::text from membership where member_id = '" + member + "'")
                .get(0);
    }

    private long number(String query) {
        return product.books().number(TENANT, query);
    }
}
