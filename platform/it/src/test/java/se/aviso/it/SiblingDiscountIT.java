package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plugin that knows of families takes half off for the second child, and nothing for who is alone or grown up. */
@OnRunningProduct
class SiblingDiscountIT {
    private static final String TENANT = "prov";

    private final Product product;
    private final Client office;
    private final Household people;
    private final String type = "syskon-" + UUID.randomUUID().toString().substring(0, 8);

    SiblingDiscountIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new Household(product, TENANT, new Tree(office).id("prov-ett"));
    }

    @AfterEach
    void itIsAsItWas() throws SQLException {
        product.books().damage(TENANT, "delete from plugin_choice");
    }

    @Test
    void theSecondChildOfAFamilyPaysHalf() {
        PluginPriced.add(office, type, "SYSKON");
        PluginPriced.turnOn(office, "pricing-sibling");
        var parent = member("1985-05-17");
        var elder = member("2014-05-17");
        var younger = member("2016-05-17");
        assertThat(total(younger)).as("no family yet").isEqualTo("100.00");
        people.family(parent, List.of(parent, elder, younger));
        assertThat(total(younger)).isEqualTo("50.00");
        assertThat(total(elder)).isEqualTo("100.00");
        assertThat(total(parent)).isEqualTo("100.00");

        var issued = office.post(
                        "invoices",
                        people.bill(younger),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
        var whole =
                office.get("invoices/" + issued.get("id").asText()).expect(200).json();
        assertThat(whole.get("total").asText()).isEqualTo("50.00");
        assertThat(whole.toString()).contains("Syskonrabatt, 50 procent.");
    }

    @Test
    void theSettingsOfTheMembersGroupHoldAndWithoutThePluginNobodyIsBilledThere() {
        PluginPriced.add(office, type, "SYSKON");
        var club = new Tree(office).id("prov-tva");
        var choosing = new Choosing(office, "pricing-sibling");
        choosing.onForAll(Map.of());
        choosing.onFor(club, Map.of("percent", "25"));
        var there = new Household(product, TENANT, club);
        var younger = younger(there);
        assertThat(total(people, younger(people))).isEqualTo("50.00");
        assertThat(total(there, younger)).isEqualTo("75.00");
        choosing.offFor(club);
        var seen = office.post("invoices?preview=true", there.bill(younger))
                .expect(200)
                .json();
        assertThat(seen.at("/problems/0/code").asText()).isEqualTo("price-plugin-failed");
        assertThat(total(people, younger(people))).as("in another group").isEqualTo("50.00");
    }

    /** The second child of a family there. */
    private String younger(Household household) {
        var family = Stream.of("1985-05-17", "2014-05-17", "2016-05-17")
                .map(born -> household.member(born, type))
                .toList();
        household.family(family.get(0), family);
        return family.get(2);
    }

    private String total(String member) {
        return total(people, member);
    }

    private String total(Household household, String member) {
        var seen = office.post("invoices?preview=true", household.bill(member))
                .expect(200)
                .json();
        assertThat(seen.path("problems")).as(seen.toString()).isEmpty();
        return seen.get("total").asText();
    }

    private String member(String born) {
        return people.member(born, type);
    }
}
