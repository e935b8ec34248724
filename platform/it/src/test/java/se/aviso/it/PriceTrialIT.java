package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings of a price rule are tried on what was billed: what it came to, what it would have come to, type by type. */
@OnRunningProduct
class PriceTrialIT {
    private static final String TENANT = "prov";
    private static final List<String> BOOKS =
            List.of("membership", "period", "invoice", "invoice_line", "ledger_entry", "posting", "plugin_choice");

    private final Product product;
    private final Client office;
    private final String group;
    private final Household people;
    private final String type = "syskon-" + UUID.randomUUID().toString().substring(0, 8);

    PriceTrialIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.group = new Tree(office).id("prov-ett");
        this.people = new Household(product, TENANT, group);
    }

    @AfterEach
    void itIsAsItWas() {
        product.books()
                .column(TENANT, "with gone as (delete from plugin_choice returning 1) select count(*) from gone");
    }

    @Test
    void aFamilyBilledAtHalfPriceIsToldWhatAQuarterOffWouldHaveComeTo() {
        billFamilyAtHalfPrice();
        var before = rows();

        var effects = effects(attempt("pricing-sibling", group, Map.of("percent", "25", "under", "18")));
        assertThat(effects.get("basis").asText()).isEqualTo("BILLED");
        assertThat(effects.get("looked").asInt()).isGreaterThanOrEqualTo(3);
        var told = row(effects, type).orElseThrow();
        assertThat(told.get("before").asText()).as("99.99 and twice 49.99").isEqualTo("199.97");
        assertThat(told.get("after").asText()).as("99.99 and twice 74.99").isEqualTo("249.97");
        assertThat(told.at("/memberships/count").asInt()).isEqualTo(3);
        assertThat(told.at("/memberships/changed").asInt()).isEqualTo(2);

        var same = effects(attempt("pricing-sibling", group, Map.of("percent", "50", "under", "18")));
        assertThat(row(same, type)).as("what does not change is not told").isEmpty();
        var elsewhere = new Tree(office).id("prov-tva");
        assertThat(row(effects(attempt("pricing-sibling", elsewhere, Map.of("percent", "25"))), type))
                .as("in another group")
                .isEmpty();
        assertThat(rows()).as("nothing is kept").isEqualTo(before);
    }

    @Test
    void thePageShowsItInTheWordsOfPrices() {
        billFamilyAtHalfPrice();
        var page = "/plugin/settings.xhtml?plugin=pricing-sibling";
        var surfer = Surfer.entered(product, TENANT, "admin");
        var fields = Map.of("settings-percent", "25", "settings-under", "18", "turnedOn_input", "on");
        var shown = surfer.press(page, surfer.get(page), "settings", "attempt", fields)
                .plain();
        assertThat(shown)
                .contains("Medlemstyp", "Fakturerat", type, "3 medlemskap, varav 2 ändras", "199.97", "249.97");
        assertThat(shown)
                .contains("medlemskap av de typer som tillägget prissätter")
                .doesNotContain("Konto och objekt");

        var rule = "/plugin/settings.xhtml?plugin=it";
        var unpriced = surfer.press(rule, surfer.get(rule), "settings", "attempt", Map.of())
                .plain();
        assertThat(unpriced).contains("Ingen medlemstyp prissätts av tillägget ännu", "Utan pris: faktureras inte");
    }

    @Test
    void whatWasTakenOffForAReasonIsNoPartOfIt() {
        PluginPriced.add(office, type, "SYSKON", "99.99");
        PluginPriced.turnOn(office, "pricing-sibling");
        var member = member("1990-05-17");
        people.concede(member, 10);
        assertThat(people.billed(member)).isEqualTo("89.99");
        assertThat(row(effects(attempt("pricing-sibling", group, Map.of("percent", "25"))), type))
                .isEmpty();
    }

    @Test
    void aRuleThatNoTypeNamesIsTriedOnAllAndSaysSo() {
        billFamilyAtHalfPrice();
        var listed = "lista-" + UUID.randomUUID().toString().substring(0, 8);
        PluginPriced.add(office, listed, "LIST");
        people.billed(people.member("1990-05-17", listed));

        var effects = effects(attempt("it", group, Map.of()));
        assertThat(effects.get("basis").asText()).isEqualTo("BILLED_WITHOUT_RULE");
        var dearer = row(effects, listed).orElseThrow();
        assertThat(dearer.get("before").asText()).isEqualTo("100.00");
        assertThat(dearer.get("after").asText()).isEqualTo("120.00");
        var unpriced = row(effects, type).orElseThrow();
        assertThat(unpriced.get("before").asText()).isEqualTo("199.97");
        assertThat(unpriced.has("after")).as("it would not be billed").isFalse();
        assertThat(unpriced.at("/memberships/count").asInt()).isEqualTo(3);
        assertThat(stream(effects.get("changes"))
                        .map(each -> each.at("/memberships/changed").asInt()))
                .allMatch(changed -> changed > 0);
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        var refused = office.post("plugin-choices/pricing-sibling:try", body(group, Map.of("percent", "101")))
                .expect(422);
        assertThat(refused.text()).contains("/settings/percent");
    }

    private void billFamilyAtHalfPrice() {
        PluginPriced.add(office, type, "SYSKON", "99.99");
        PluginPriced.turnOn(office, "pricing-sibling");
        var parent = member("1985-05-17");
        var children = Stream.of("2014-05-17", "2016-05-17", "2018-05-17")
                .map(this::member)
                .toList();
        people.family(
                parent, Stream.concat(Stream.of(parent), children.stream()).toList());
        var totals = children.stream().map(people::billed).map(BigDecimal::new).toList();
        assertThat(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("199.97");
    }

    private String member(String born) {
        return people.member(born, type);
    }

    private Client.Reply attempt(String plugin, String of, Map<String, String> settings) {
        return office.post("plugin-choices/" + plugin + ":try", body(of, settings));
    }

    private static Map<String, Object> body(String of, Map<String, String> settings) {
        return Map.of("groupId", of, "turnedOn", true, "settings", settings);
    }

    private static JsonNode effects(Client.Reply reply) {
        var tried = reply.expect(200).json();
        assertThat(tried.has("problem")).as(tried.toString()).isFalse();
        return tried.get("effects");
    }

    private static Optional<JsonNode> row(JsonNode effects, String name) {
        var rows = stream(effects.get("changes"))
                .filter(each -> each.get("name").asText().equals(name))
                .toList();
        assertThat(rows).hasSizeLessThan(2);
        return rows.stream().findFirst();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        var items = Stream.<JsonNode>builder();
        list.forEach(items::add);
        return items.build();
    }

    /** How many rows there are, and what is decided of plugins. */
    private List<String> rows() {
        return Stream.concat(
                        BOOKS.stream().map(table -> one("select count(*)::text from " + table)),
                        product.books().column(TENANT, "select plugin_choice::text from plugin_choice").stream())
                .toList();
    }

    private String one(String query) {
        return product.books().column(TENANT, query).get(0);
    }
}
