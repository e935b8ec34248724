package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * By a tenant's rules postings leave on other accounts, with dimensions and over months, and no öre is made or lost.
 */
@OnRunningProduct
class AccountingRulesIT {
    private static final String TENANT = "prov";
    private static final String CLUB = "prov-tva";
    private static final String TODAY = "2027-01-04";
    private static final String RULES = """
            role=REVENUE type=ar -> account=3011 cost={group} project=P1 defer=2970 text="Avgift {type}"
            role=RECEIVABLES -> account=1519 dim20=FORDRAN
            name dim20="Verksamhet"
            """;

    private final Product product;
    private final Client office;
    private final Overpaying overpaying;
    private final SignUps people;
    private final String seller;

    AccountingRulesIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.overpaying = new Overpaying(office);
        this.people = new SignUps(product);
        this.seller = new Tree(office).id(CLUB);
    }

    @BeforeEach
    void theTenantHasBoughtIt() throws SQLException {
        product.books().damage(TENANT, "update tenant set edition = 1 where slug = '" + TENANT + "'");
        people.join(CLUB, "ar");
        export(201);
    }

    @AfterEach
    void itIsAsItWas() throws SQLException {
        product.books()
                .damage(
                        TENANT,
                        "with gone as (delete from plugin_choice) update tenant set edition = 0 where slug = '" + TENANT
                                + "'");
        product.books().requireClean();
    }

    @Test
    void aFeeStandsOnItsAccountWithItsObjectsOverTheMonthsOfItsYear() {
        choose("0", RULES).expect(200);
        var joined = people.join(CLUB, "ar");
        var export = export(201);
        var bytes = file(export, 200);
        var file = SieReader.read(bytes);
        assertThat(new String(bytes, Charset.forName("IBM437"))
                        .lines()
                        .filter(line -> line.matches("#(DIM|OBJEKT) .*")))
                .containsExactly(
                        "#DIM 1 \"Kostnadsställe\"",
                        "#DIM 6 \"Projekt\"",
                        "#DIM 20 \"Verksamhet\"",
                        "#OBJEKT 1 \"" + CLUB + "\" \"" + clubName() + "\"",
                        "#OBJEKT 6 \"P1\" \"P1\"",
                        "#OBJEKT 20 \"FORDRAN\" \"FORDRAN\"");

        var issued = file.vouchers().stream()
                .filter(voucher -> voucher.text().endsWith(" " + joined.number()))
                .toList();
        assertThat(issued).hasSize(12);
        assertThat(issued.get(0).day()).isEqualTo(LocalDate.parse(TODAY));
        assertThat(issued.get(0).rows()).extracting(SieReader.Row::account).containsExactlyInAnyOrder(1519, 3011, 2970);
        assertThat(issued.get(11).day()).isEqualTo(LocalDate.of(2027, 12, 1));
        for (var voucher : issued) {
            assertThat(voucher.rows())
                    .filteredOn(row -> row.account() == 3011)
                    .hasSize(1)
                    .allMatch(row -> row.objects().equals(Map.of("1", CLUB, "6", "P1")))
                    .allMatch(row -> row.text().equals("Avgift ar"));
        }
        assertThat(sum(issued, 3011)).isEqualTo(-joined.ore());
        assertThat(sum(issued, 2970)).isZero();
        assertThat(sum(issued, 1519)).isEqualTo(joined.ore());
    }

    @Test
    void anEntryFeeAndWhatIsCreditedOfItFollowTheirMembership() {
        var type = typeWithEntryFee();
        choose("0", "role=REVENUE type=" + type + " -> account=3011 cost={group} defer=2970")
                .expect(200);
        var joined = people.join(CLUB, type);
        assertThat(joined.ore()).isEqualTo(250_00);
        var part = Map.of("reason", "Ångrade sig", "lines", List.of(Map.of("line", 2, "amount", "20.00")));
        office.post(
                        "invoices/" + joined.invoiceId() + "/credit-notes",
                        part,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        var vouchers = SieReader.read(file(export(201), 200)).vouchers();
        assertThat(sum(vouchers, 3011)).isEqualTo(-230_00);
        assertThat(vouchers).flatExtracting(SieReader.Voucher::rows).noneMatch(row -> row.account() == 3010);
        var first = vouchers.stream()
                .filter(voucher -> voucher.day().equals(LocalDate.parse(TODAY)))
                .flatMap(voucher -> voucher.rows().stream())
                .filter(row -> row.account() == 3011)
                .mapToLong(SieReader.Row::ore);
        assertThat(first.sum())
                .as("the fee's first month, and of the entry fee all that is left")
                .isBetween(-16_67L - 30_00, -16_66L - 30_00);
    }

    @Test
    void aClaimThatLeftBeforeRulesWereTurnedOnIsCreditedAsItWasPosted() {
        var before = people.join(CLUB, "ar");
        export(201);
        choose("0", RULES).expect(200);
        var since = people.join(CLUB, "ar");
        for (var joined : List.of(before, since)) {
            office.post(
                            "invoices/" + joined.invoiceId() + "/credit-notes",
                            Map.of("reason", "Fel"),
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201);
        }
        var vouchers = SieReader.read(file(export(201), 200)).vouchers();
        assertThat(sum(vouchers, 3010)).as("it stood there").isEqualTo(before.ore());
        assertThat(sum(vouchers, 1510)).isEqualTo(-before.ore());
        for (var account : List.of(3011, 1519, 2970)) {
            assertThat(sum(vouchers, account))
                    .as("the other and its credit on %s", account)
                    .isZero();
        }
        assertThat(vouchers).flatExtracting(SieReader.Voucher::rows).anyMatch(row -> row.account() == 3011);
    }

    private String typeWithEntryFee() {
        var slug = "inskriven-" + UUID.randomUUID().toString().substring(0, 8);
        NewType.add(office, NewType.of(slug, List.of(NewType.price("OWN", "200.00"), NewType.price("ENTRY", "50.00"))));
        return slug;
    }

    @Test
    void aDiscountIsSpreadAsTheFeeThatItTakesOff() {
        var type = typeWithEntryFee();
        choose("0", "role=REVENUE type=" + type + " -> account=3011 cost={group} defer=2970")
                .expect(200);
        var household = new Household(product, TENANT, seller);
        var member = household.member("1990-05-17", type);
        household.concede(member, 10);
        var total = household.billed(member);
        var vouchers = SieReader.read(file(export(201), 200)).vouchers();
        assertThat(sum(vouchers, 3011))
                .isEqualTo(-new BigDecimal(total).movePointRight(2).longValueExact());
        assertThat(vouchers).flatExtracting(SieReader.Voucher::rows).noneMatch(row -> row.account() == 3010);
        assertThat(vouchers)
                .as("a year's fee, less a tenth, by months")
                .filteredOn(voucher -> voucher.day().equals(LocalDate.of(2027, 12, 1)))
                .flatExtracting(SieReader.Voucher::rows)
                .filteredOn(row -> row.account() == 3011)
                .extracting(SieReader.Row::ore)
                .satisfies(rows -> assertThat(
                                rows.stream().mapToLong(Long::longValue).sum())
                        .isBetween(-15_01L, -14_99L));
    }

    @Test
    void anExportKeepsTheRulesThatItWasMadeWith() {
        choose("0", RULES).expect(200);
        people.join(CLUB, "ar");
        var export = export(201);
        var before = file(export, 200);
        choose("1", "-> text=\"Annat\"").expect(200);
        assertThat(file(export, 200)).isEqualTo(before);
        assertThat(new String(file(export, 200), StandardCharsets.US_ASCII)).contains("#TRANS 3011");
        assertThat(compared().get("items").toString()).as("the subledger").doesNotContain("\"account\":3011");
    }

    @Test
    void aTableThatMakesNoSenseIsNamedBeforeItIsKept() {
        var said = office.post("plugin-choices/accounting-enterprise:try", body("role=BANK\n"))
                .expect(200)
                .json();
        assertThat(said.get("problem").asText()).contains("line 1");
    }

    @Test
    void aTableThatMakesNoSenseIsNotKept() {
        assertThat(choose("0", "role=BANK\n").expect(422).text()).contains("plugin-settings-refused", "line 1");
        assertThat(office.get("plugin-choices").expect(200).json().get("items")).isEmpty();
        choose("0", RULES).expect(200);
        var kept = keptRules();
        assertThat(choose("1", "role=BANK\n").expect(422).text()).contains("plugin-settings-refused");
        assertThat(keptRules()).isEqualTo(kept);
    }

    @Test
    void whatRulesCannotDecideDoesNotLeave() throws SQLException {
        choose("0", RULES).expect(200);
        product.books()
                .damage(TENANT, "update plugin_choice set settings = '{\"rules\": \"role=BANK\"}' where turned_on");
        people.join(CLUB, "ar");
        var before = exports();
        assertThat(refusedExport()).contains("accounting-rules-fail", "ENTERPRISE");
        assertThat(exports()).isEqualTo(before);
        choose("1", RULES).expect(200);
        assertThat(file(export(201), 200)).isNotEmpty();
    }

    @Test
    void rulesThatAreTurnedOnAndDoNotRunKeepTheBooksFromLeavingUntilTheyAreTurnedOff() throws SQLException {
        choose("0", RULES).expect(200);
        var kept = keptRules();
        product.books().damage(TENANT, "update plugin_choice set plugin = 'gone' where turned_on");
        people.join(CLUB, "ar");
        var before = exports();
        assertThat(refusedExport()).contains("accounting-rules-missing", "gone");
        assertThat(exports()).isEqualTo(before);
        assertThat(put("gone", "1", Map.of("turnedOn", true)).expect(422).text())
                .contains("plugin-not-running");
        put("gone", "1", Map.of("turnedOn", false)).expect(200);
        assertThat(keptRules()).as("settings stay as they are").isEqualTo(kept);
        export(201);
    }

    @Test
    void rulesThatAreNoLongerBoughtKeepTheBooksFromLeaving() throws SQLException {
        choose("0", RULES).expect(200);
        product.books().damage(TENANT, "update tenant set edition = 0 where slug = '" + TENANT + "'");
        people.join(CLUB, "ar");
        assertThat(refusedExport()).contains("accounting-rules-missing", "accounting-enterprise");
        put("accounting-enterprise", "1", Map.of("turnedOn", false)).expect(200);
        export(201);
    }

    private String refusedExport() {
        return overpaying.post("accounting-exports", wish()).expect(422).text();
    }

    private int exports() {
        return office.all("accounting-exports?sellerGroupId=" + seller).size();
    }

    private List<String> keptRules() {
        return product.books().column(TENANT, "select settings ->> 'rules' from plugin_choice");
    }

    @Test
    void secondRulesAreRefusedAndTheFirstAreNamed() {
        choose("0", RULES).expect(200);
        assertThat(turnOn("rival", Map.of("turnedOn", true)).expect(422).text())
                .contains("plugin-rules-twice", "accounting-enterprise");
        var group = new Tree(office).id(CLUB);
        turnOn("accounting-enterprise", Map.of("turnedOn", false, "groupId", group))
                .expect(200);
        turnOn("rival", Map.of("turnedOn", true, "groupId", group)).expect(200);
    }

    @Test
    void rulesThatAreTurnedOnAndDoNotRunStandInTheWayOfOthers() throws SQLException {
        choose("0", RULES).expect(200);
        product.books().damage(TENANT, "update plugin_choice set plugin = 'gone' where turned_on");
        assertThat(turnOn("rival", Map.of("turnedOn", true)).expect(422).text()).contains("plugin-rules-twice", "gone");
        put("gone", "1", Map.of("turnedOn", false)).expect(200);
        turnOn("rival", Map.of("turnedOn", true)).expect(200);
    }

    @Test
    void theRulesAreTriedOnWhatIsBookedBeforeTheyHold() {
        people.join(CLUB, "ar");
        var effects = office.post("plugin-choices/accounting-enterprise:try", body(RULES))
                .expect(200)
                .json()
                .get("effects");
        assertThat(effects.get("looked").asInt())
                .isPositive()
                .as("all that there is, for it is not much")
                .isEqualTo(effects.get("among").asInt());
        var names = effects.findValuesAsText("name");
        var month = " SEK " + TODAY.substring(0, 7);
        assertThat(names).contains("1519 20:FORDRAN" + month, "1510" + month, "3010" + month);
        assertThat(names)
                .as("a year's fee is spread over its months")
                .filteredOn(name -> name.startsWith("3011 1:" + CLUB + " 6:P1 SEK "))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(names).anyMatch(name -> name.startsWith("2970 "));
        for (var change : effects.get("changes")) {
            assertThat(change.get("before").asText())
                    .isNotEqualTo(change.get("after").asText());
        }
        assertThat(total(effects, "before")).isEqualByComparingTo(total(effects, "after"));
        assertThat(office.get("plugin-choices").expect(200).json().get("items")).isEmpty();
    }

    private String clubName() {
        return office.get("groups/" + seller).expect(200).json().get("name").asText();
    }

    private static BigDecimal total(JsonNode effects, String side) {
        return effects.findValuesAsText(side).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long sum(List<SieReader.Voucher> vouchers, int account) {
        return vouchers.stream()
                .flatMap(voucher -> voucher.rows().stream())
                .filter(row -> row.account() == account)
                .mapToLong(SieReader.Row::ore)
                .sum();
    }

    private JsonNode export(int status) {
        return overpaying.post("accounting-exports", wish()).expect(status).json();
    }

    private Map<String, Object> wish() {
        return Map.of("sellerGroupId", seller, "firstDay", "2020-01-01", "lastDay", TODAY);
    }

    private byte[] file(JsonNode export, int status) {
        return office.get("accounting-exports/" + export.get("id").asText() + "/file?format=SIE4I")
                .expect(status)
                .bytes();
    }

    private JsonNode compared() {
        return office.get("accounting-exports/comparison?sellerGroupId=" + seller + "&firstDay=2020-01-01&lastDay="
                        + TODAY)
                .expect(200)
                .json();
    }

    private Client.Reply turnOn(String plugin, Map<String, Object> body) {
        return put(plugin, "0", body);
    }

    private Client.Reply choose(String version, String rules) {
        return put("accounting-enterprise", version, body(rules));
    }

    private Client.Reply put(String plugin, String version, Map<String, Object> body) {
        return office.send(
                "PUT",
                "plugin-choices/" + plugin,
                Client.bytes(body),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + version + "\"");
    }

    private static Map<String, Object> body(String rules) {
        return Map.of("turnedOn", true, "settings", Map.of("rules", rules));
    }
}
