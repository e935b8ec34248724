package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the plugin that prices a membership type does not answer, nobody is billed, and everybody is told why. */
@OnRunningProduct
class PluginPriceIT {
    private static final String TENANT = "prov";
    private static final String FAILED = "price-plugin-failed";

    private final Product product;
    private final Client office;
    private final String type = "tillagg-" + UUID.randomUUID().toString().substring(0, 8);

    PluginPriceIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @Test
    void aPluginThatDoesNotAnswerIsNamedWhereverSomebodyIsToBeBilled() {
        PluginPriced.add(office, type, "SAKNAS");
        var people = new SignUps(product);
        var refused =
                people.send("prov-ett", SignUps.form(type, 7), UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo(FAILED);

        var group = new Tree(office).id("prov-ett");
        var person = Map.of(
                "givenName",
                "Till",
                "familyName",
                "Lägg",
                "born",
                "1980-05-17",
                "email",
                UUID.randomUUID() + "@people.example",
                "memberships",
                List.of(Map.of(
                        "groupId",
                        group,
                        "typeId",
                        one("select id::text from membership_type where slug = '" + type + "'"))));
        var member = office.post("members", person).expect(201).json().get("id").asText();
        var membership = one("select id::text from membership where member_id = '" + member + "'");
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership);
        var bill = Map.of("groupId", group, "memberId", member, "lines", List.of(line));
        var seen = office.post("invoices?preview=true", bill).expect(200).json();
        assertThat(seen.at("/problems/0/code").asText()).isEqualTo(FAILED);
        assertThat(seen.at("/problems/0/pointer").asText()).isEqualTo("/lines/0/membershipId");
        var issued = office.post(
                        "invoices", bill, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(422)
                .json();
        assertThat(issued.at("/errors/0/code").asText()).isEqualTo(FAILED);
        var draft = office.post("invoice-drafts", bill).expect(201).json();
        assertThat(draft.at("/problems/0/code").asText()).isEqualTo(FAILED);
    }

    private String one(String query) {
        return product.books().column(TENANT, query).get(0);
    }
}
