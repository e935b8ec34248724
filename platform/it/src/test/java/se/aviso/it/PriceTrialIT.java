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
    private final String type = "syskon-" + UUID.randomUUID().toString().substring(0, 8);

    PriceTrialIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.group = new Tree(office).id("prov-ett");
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
        turnOn();
        var member = member("1990-05-17");
        var given = Map.of("kind", "PERCENT", "percent", 10, "reason", "Ledare", "firstDay", "2026-01-01");
        var membership = membership(member);
        office.post("memberships/" + membership + "/concessions", given).expect(201);
        assertThat(bill(member)).isEqualTo("89.99");
        assertThat(row(effects(attempt("pricing-sibling", group, Map.of("percent", "25"))), type))
                .isEmpty();
    }

    @Test
    void aRuleThatNoTypeNamesIsTriedOnAllAndSaysSo() {
        billFamilyAtHalfPrice();
        var listed = "lista-" + UUID.randomUUID().toString().substring(0, 8);
        PluginPriced.add(office, listed, "LIST");
        bill(member("1990-05-17", listed));

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
        turnOn();
        var parent = member("1985-05-17");
        var children = Stream.of("2014-05-17", "2016-05-17", "2018-05-17")
                .map(this::member)
                .toList();
        office.send(
                        "PUT",
                        "members/" + parent + "/family",
                        Client.bytes(Map.of(
                                "payerId",
                                parent,
                                "memberIds",
                                Stream.concat(Stream.of(parent), children.stream())
                                        .toList())),
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/json")
                .expect(200);
        var totals = children.stream().map(this::bill).map(BigDecimal::new).toList();
        assertThat(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("199.97");
    }

    private String bill(String member) {
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership(member));
        var bill = Map.of("groupId", group, "memberId", member, "lines", List.of(line));
        var issued = office.post(
                        "invoices", bill, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .json();
        return issued.get("total").asText();
    }

    private String membership(String member) {
        return one("select id::text from membership where member_id = '" + member + "'");
    }

    private String member(String born) {
        return member(born, type);
    }

    private String member(String born, String slug) {
        var id = one("select id::text from membership_type where slug = '" + slug + "'");
        var person = Map.of(
                "givenName",
                "Prov",
                "familyName",
                "Pris",
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
