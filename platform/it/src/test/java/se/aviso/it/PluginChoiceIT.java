package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A private plugin is had by tenants that have bought it and turned it on; its secrets go in and never come out. */
@OnRunningProduct
class PluginChoiceIT {
    private static final String TENANT = "prov";
    private static final String PLUGIN = "private";
    private static final Map<String, String> RIGHT = Map.of("host", "good.example", "password", "mycket-hemligt");

    private final Product product;
    private final Client office;

    PluginChoiceIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @BeforeEach
    void theTenantHasBoughtIt() throws SQLException {
        buy(1);
    }

    @AfterEach
    void itIsAsItWas() throws SQLException {
        product.books().damage(TENANT, "with gone as (delete from plugin_choice) update tenant set edition = 0");
    }

    @Test
    void itIsHadOnceItIsTurnedOnAndNoLongerOnceItIsOff() throws SQLException {
        assertThat(formats()).doesNotContain("PRIVAT");
        choose("0", true, RIGHT).expect(200);
        assertThat(formats()).contains("PRIVAT");
        assertThat(formats(product.admin("tillagg"))).doesNotContain("PRIVAT");
        buy(0);
        assertThat(formats()).as("the edition that opened it is over").doesNotContain("PRIVAT");
        buy(1);
        choose("1", false, Map.of()).expect(200);
        assertThat(formats()).doesNotContain("PRIVAT");
    }

    @Test
    void whoHasNotBoughtItCannotTurnItOn() throws SQLException {
        buy(0);
        assertThat(choose("0", true, RIGHT).expect(422).text()).contains("plugin-edition");
    }

    @Test
    void aSecretIsSealedAndNeverTold() {
        var told = choose("0", true, RIGHT).expect(200).text();
        assertThat(told).contains("good.example", "password").doesNotContain("mycket-hemligt");
        assertThat(office.get("plugin-choices").expect(200).text()).doesNotContain("mycket-hemligt");
        assertThat(product.books()
                        .column(TENANT, "select settings::text || encode(secrets, 'escape') from plugin_choice"))
                .hasSize(1)
                .allSatisfy(kept -> assertThat(kept).contains("good.example").doesNotContain("hemligt"));
        var kept = choose("1", true, Map.of("host", "good.example")).expect(200).json();
        assertThat(kept.at("/secretsSet/0").asText()).isEqualTo("password");
    }

    @Test
    void aSecretIsNotSentToAnotherAddress() {
        choose("0", true, RIGHT).expect(200);
        var elsewhere = body(true, Map.of("host", "elsewhere.example"));
        var refused =
                office.post("plugin-choices/" + PLUGIN + ":try", elsewhere).expect(422);
        assertThat(refused.text()).contains("setting-secret-again", "/settings/password");
        assertThat(choose("1", true, Map.of("host", "elsewhere.example"))
                        .expect(422)
                        .text())
                .contains("setting-secret-again");
    }

    @Test
    void settingsMustBeWhatTheSchemaSays() {
        var refused =
                choose("0", true, Map.of("host", "BAD HOST", "colour", "red")).expect(422);
        assertThat(refused.text()).contains("/settings/host", "/settings/password", "/settings/colour");
    }

    @Test
    void settingsAreTriedBeforeTheyAreKept() {
        assertThat(attempt(RIGHT).has("problem")).isFalse();
        assertThat(attempt(Map.of("host", "bad.example", "password", "x"))
                        .get("problem")
                        .asText())
                .contains("does not answer");
        assertThat(office.get("plugin-choices").expect(200).json().get("items")).isEmpty();
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        choose("0", true, RIGHT).expect(200);
        choose("0", true, RIGHT).expect(412);
    }

    @Test
    void theNearestGroupsSettingsHold() {
        choose("0", true, RIGHT).expect(200);
        var body = new HashMap<String, Object>(body(true, Map.of("host", "nara.example", "password", "abc")));
        body.put("groupId", new Tree(office).id("prov-tva"));
        put("0", body).expect(200);
        assertThat(office.get("plugin-choices").expect(200).json().get("items")).hasSize(2);
    }

    private JsonNode attempt(Map<String, String> settings) {
        return office.post("plugin-choices/" + PLUGIN + ":try", body(true, settings))
                .expect(200)
                .json();
    }

    private String formats() {
        return formats(office);
    }

    private static String formats(Client client) {
        return client.get("accounting-exports/formats").expect(200).text();
    }

    private Client.Reply choose(String version, boolean on, Map<String, String> settings) {
        return put(version, body(on, settings));
    }

    private Client.Reply put(String version, Map<String, Object> body) {
        return office.send(
                "PUT",
                "plugin-choices/" + PLUGIN,
                Client.bytes(body),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + version + "\"");
    }

    private static Map<String, Object> body(boolean on, Map<String, String> settings) {
        return Map.of("turnedOn", on, "settings", settings);
    }

    private void buy(int edition) throws SQLException {
        product.books().damage(TENANT, "update tenant set edition = " + edition + " where slug = '" + TENANT + "'");
    }
}
