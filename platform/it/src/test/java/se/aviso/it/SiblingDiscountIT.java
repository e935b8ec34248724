package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plugin that knows of families takes half off for the second child, and nothing for who is alone or grown up. */
@OnRunningProduct
class SiblingDiscountIT {
    private static final String TENANT = "prov";

    private final Product product;
    private final Client office;
    private final String group;
    private final String type = "syskon-" + UUID.randomUUID().toString().substring(0, 8);

    SiblingDiscountIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.group = new Tree(office).id("prov-ett");
    }

    @AfterEach
    void itIsAsItWas() throws SQLException {
        product.books().damage(TENANT, "delete from plugin_choice");
    }

    @Test
    void theSecondChildOfAFamilyPaysHalf() {
        PluginPriced.add(office, type, "SYSKON");
        turnOn();
        var parent = member("1985-05-17");
        var elder = member("2014-05-17");
        var younger = member("2016-05-17");
        assertThat(total(younger)).as("no family yet").isEqualTo("100.00");
        office.send(
                        "PUT",
                        "members/" + younger + "/family",
                        Client.bytes(Map.of("payerId", parent, "memberIds", List.of(parent, elder, younger))),
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/json")
                .expect(200);
        assertThat(total(younger)).isEqualTo("50.00");
        assertThat(total(elder)).isEqualTo("100.00");
        assertThat(total(parent)).isEqualTo("100.00");

        var issued = office.post(
                        "invoices",
                        bill(younger),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
        var whole =
                office.get("invoices/" + issued.get("id").asText()).expect(200).json();
        assertThat(whole.get("total").asText()).isEqualTo("50.00");
        assertThat(whole.toString()).contains("Syskonrabatt, 50 procent.");
    }

    private String total(String member) {
        var seen =
                office.post("invoices?preview=true", bill(member)).expect(200).json();
        assertThat(seen.path("problems")).as(seen.toString()).isEmpty();
        return seen.get("total").asText();
    }

    private Map<String, Object> bill(String member) {
        var membership = one("select id::text from membership where member_id = '" + member + "'");
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership);
        return Map.of("groupId", group, "memberId", member, "lines", List.of(line));
    }

    private String member(String born) {
        var id = one("select id::text from membership_type where slug = '" + type + "'");
        var person = Map.of(
                "givenName",
                "Sys",
                "familyName",
                "Kon",
                "born",
                born,
                "email",
                UUID.randomUUID() + "@people.example",
                "memberships",
                List.of(Map.of("groupId", group, "typeId", id)));
        return office.post("members", person).expect(201).json().get("id").asText();
    }

    private void turnOn() {
        office.send(
                        "PUT",
                        "plugin-choices/pricing-sibling",
                        Client.bytes(Map.of("turnedOn", true, "settings", Map.of())),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"0\"")
                .expect(200);
    }

    private String one(String query) {
        return product.books().column(TENANT, query).get(0);
    }
}
