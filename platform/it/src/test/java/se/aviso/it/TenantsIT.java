package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Operators open tenants over REST, and see nothing that is in them; here nobody provisions, and that is said. */
@OnRunningProduct
class TenantsIT {
    private final Client operator;
    private final Client office;
    private final Product product;

    TenantsIT(Product product) {
        this.product = product;
        this.operator = product.as("prov", "drift");
        this.office = product.admin("prov");
    }

    @Test
    void anOpenedTenantIsListedWithWhatItHasBought() {
        var slug = newSlug();
        var id = open(wish(slug)).expect(201).json().get("id").asText();
        var seen = operator.get("tenants/" + id).expect(200).json();
        assertThat(seen.get("slug").asText()).isEqualTo(slug);
        assertThat(seen.get("edition").asText()).isEqualTo("ENTERPRISE");
        assertThat(seen.get("admin").asText()).isEqualTo("NOT_INVITED");
        assertThat(seen.has("organisation")).isFalse();
        assertThat(operator.all("tenants")).contains(seen);
        assertThat(product.books().column(slug, "select name from group_node")).containsExactly("Lika namn");
        assertThat(product.books().column(slug, "select role::text from role_grant"))
                .containsExactly("1");
        assertThat(product.books().column(slug, "select text::json ->> 'act' from audit_entry"))
                .containsExactly("TENANT_CREATED");
    }

    @Test
    void theOperatorsOwnTrailTellsOfIt() {
        var id = open(wish(newSlug())).expect(201).json().get("id").asText();
        assertThat(office.all("audit-entries?act=TENANT_CREATED"))
                .anyMatch(entry -> entry.toString().contains(id));
    }

    @Test
    void twoTenantsMayHaveOneNameAndNotOneShortName() {
        var slug = newSlug();
        open(wish(slug)).expect(201);
        open(wish(newSlug())).expect(201);
        var refused = open(wish(slug)).expect(422);
        assertThat(refused.problem()).isEqualTo("slug-taken");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/slug");
    }

    @Test
    void aKeyOpensOnce() {
        var wish = wish(newSlug());
        var key = UUID.randomUUID().toString();
        var first = operator.post("tenants", wish, "Idempotency-Key", key).expect(201);
        assertThat(operator.post("tenants", wish, "Idempotency-Key", key)
                        .expect(201)
                        .text())
                .isEqualTo(first.text());
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNothingIsOpened() {
        assertRefused("slug", "Stor Bokstav", "/slug", "bad-tenant-slug");
        assertRefused("name", " ", "/name", "bad-name");
        assertRefused("organisationNumber", "123", "/organisationNumber", "bad-organisation-number");
        assertRefused("admin", Map.of("name", "Ada", "email", "ada"), "/admin/email", "bad-email");
        assertRefused("admin", Map.of("name", "", "email", "ada@x.example"), "/admin/name", "bad-name");
    }

    @Test
    void whoRunsATenantRunsNoInstallation() {
        for (var client : List.of(office, product.as("prov", "ordforande"), product.as("prov", "revisor"))) {
            client.get("tenants").expect(403);
            assertThat(client.post("tenants", wish(newSlug()), "Idempotency-Key", "any")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anUnknownTenantIsNotFound() {
        operator.get("tenants/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void whereNobodyProvisionsThatIsSaid() {
        var id = open(wish(newSlug())).expect(201).json().get("id").asText();
        assertOff(operator.send("POST", "tenants/" + id + ":provision", new byte[0], "Idempotency-Key", "p-" + id));
        assertOff(operator.send(
                "PUT",
                "tenants/" + id + "/identity-provider",
                Client.bytes(Map.of("alias", "corp")),
                "Content-Type",
                "application/json"));
        var person = Map.of("name", "Person", "email", UUID.randomUUID() + "@prov.example", "role", "AUDITOR");
        var given =
                office.post("grants", person, "Idempotency-Key", id).expect(201).json();
        assertThat(given.at("/user").has("invitation")).isFalse();
        var user = given.at("/user/id").asText();
        assertOff(office.send("POST", "users/" + user + ":invite", new byte[0], "Idempotency-Key", "i-" + id));
        var chair = product.as("prov", "ordforande");
        chair.send("POST", "users/" + user + ":invite", new byte[0], "Idempotency-Key", "c-" + id)
                .expect(404);
    }

    private static void assertOff(Client.Reply reply) {
        assertThat(reply.expect(422).problem()).isEqualTo("provisioning-off");
    }

    private void assertRefused(String field, Object value, String pointer, String why) {
        var slug = newSlug();
        var wish = new HashMap<>(wish(slug));
        wish.put(field, value);
        var refused = open(wish).expect(422);
        assertThat(refused.problem()).isEqualTo(why);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(operator.all("tenants").stream().map(TenantsIT::slug)).doesNotContain(slug);
    }

    private Client.Reply open(Map<String, ?> wish) {
        return operator.post(
                "tenants", wish, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, Object> wish(String slug) {
        return Map.of(
                "slug",
                slug,
                "name",
                "Lika namn",
                "organisationNumber",
                "802499-1005",
                "edition",
                "ENTERPRISE",
                "admin",
                Map.of("name", "Ada Admin", "email", "ada@" + slug + ".example"));
    }

    private static String newSlug() {
        return "kund-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String slug(JsonNode tenant) {
        return tenant.get("slug").asText();
    }
}
