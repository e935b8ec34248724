package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the rules decided of an export stays: neither other rules, nor a plugin that is off, nor other names change its
 * files by a byte.
 */
@OnRunningProduct
class KeptExportIT {
    private static final String TENANT = "prov";
    private static final String CLUB = "prov-tva";
    private static final String TODAY = "2027-01-04";
    private static final String CHECK = "88-kept-vouchers-are-their-entries";
    private static final String RULES =
            "role=REVENUE type=ar -> account=3011 cost={group} defer=2970 text=\"Avgift {type}\"";

    private final Product product;
    private final Client office;
    private final Overpaying overpaying;
    private final SignUps people;
    private final String seller;

    KeptExportIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.overpaying = new Overpaying(office);
        this.people = new SignUps(product);
        this.seller = new Tree(office).id(CLUB);
    }

    @BeforeEach
    void theTenantHasBoughtIt() throws SQLException {
        product.books().damage(TENANT, "update tenant set edition = 1 where slug = '" + TENANT + "'");
        choose("0", Map.of("turnedOn", true, "settings", Map.of("rules", RULES)));
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
    void anExportIsTheSameToTheByteWhateverIsChangedAfterwards() throws SQLException {
        people.join(CLUB, "ar");
        var export = decided(export());
        var sie = file(export, "SIE4I");
        var json = file(export, "JSON");
        assertThat(SieReader.read(sie).sides()).containsKeys(3011, 2970);

        choose("1", Map.of("turnedOn", true, "settings", Map.of("rules", "-> account=3999 text=\"Annat\"")));
        assertThat(file(export, "SIE4I")).as("other rules").isEqualTo(sie);
        choose("2", Map.of("turnedOn", false));
        assertThat(file(export, "SIE4I")).as("no rules").isEqualTo(sie);
        product.books()
                .damage(
                        TENANT,
                        "update accounting_export set rules = 'GONE', rule_settings = '{}' where id = '" + id(export)
                                + "'");
        assertThat(file(export, "SIE4I")).as("rules of nobody").isEqualTo(sie);
        assertThat(file(export, "JSON")).isEqualTo(json);
    }

    @Test
    void theSumsByAccountAndMonthAreTheFilesAndAgreeWithTheSubledger() {
        var joined = people.join(CLUB, "ar");
        var export = decided(export());
        var sums = office.get("accounting-exports/" + id(export) + "/sums")
                .expect(200)
                .json();
        assertThat(sums.get("difference").asText()).isEqualTo("0.00");
        assertThat(sums.get("agrees").asBoolean()).isTrue();
        assertThat(sums.get("bookedDebit")).isEqualTo(export.get("turnover")).isEqualTo(sums.get("posted"));
        assertThat(sums.get("debit")).isEqualTo(sums.get("credit"));
        assertThat(ore(sums, "moved")).as("months that wait on 2970").isPositive();
        assertThat(ore(sums, "debit")).isEqualTo(ore(sums, "posted") + ore(sums, "moved"));
        var written = new TreeMap<Integer, List<Long>>();
        var booked = 0L;
        for (var row : sums.get("items")) {
            var both = List.of(ore(row, "debit"), ore(row, "credit"));
            written.merge(
                    row.get("account").asInt(),
                    both,
                    (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
            booked += ore(row, "bookedDebit");
        }
        written.values().removeIf(both -> both.equals(List.of(0L, 0L)));
        assertThat(written).isEqualTo(SieReader.read(file(export, "SIE4I")).sides());
        assertThat(booked).isEqualTo(ore(sums, "bookedDebit")).isGreaterThanOrEqualTo(joined.ore());
        assertThat(sums.get("items"))
                .as("a year's fee over its months")
                .filteredOn(row -> row.get("account").asInt() == 3011)
                .hasSizeGreaterThanOrEqualTo(12);
    }

    /** A fee of a year that begins now ends in the same year; the rules' own answer is spread over more by hand. */
    @Test
    void theFilesOfItsYearsTogetherHaveExactlyTheVouchersOfTheWhole() throws SQLException {
        people.join(CLUB, "ar");
        var export = decided(export());
        product.books()
                .damage(
                        TENANT,
                        "with moved as (update exported_voucher set day = day + 365 where export_id = '" + id(export)
                                + "' and day >= '2027-07-01'), gone as (delete from exported_year where export_id = '"
                                + id(export) + "') delete from decided_export where export_id = '" + id(export) + "'");
        decided(export);
        var whole = SieReader.read(file(export, "SIE4I"));
        var told = new ArrayList<SieReader.Voucher>();
        for (var part : see(export).get("years")) {
            var year = part.get("year").asInt();
            var bytes = file(export, "SIE4I&year=" + year);
            assertThat(file(export, "SIE4I&year=" + year)).isEqualTo(bytes);
            var file = SieReader.read(bytes);
            assertThat(file.vouchers())
                    .hasSize(part.get("vouchers").asInt())
                    .allMatch(voucher -> voucher.day().getYear() == year);
            told.addAll(file.vouchers());
        }
        assertThat(see(export).get("years")).hasSize(2);
        assertThat(told).containsExactlyInAnyOrderElementsOf(whole.vouchers());
        for (var nothing : List.of("2026", "9999999999")) {
            office.get("accounting-exports/" + id(export) + "/file?format=SIE4I&year=" + nothing)
                    .expect(404);
        }
        office.get("accounting-exports/" + id(export) + "/file?format=SIE4I&year=next")
                .expect(400);
    }

    private static long ore(JsonNode of, String name) {
        return new BigDecimal(of.get(name).asText()).movePointRight(2).longValueExact();
    }

    @Test
    void anExportFromBeforeIsDecidedOnceAndThenStays() throws SQLException {
        people.join(CLUB, "ar");
        var export = decided(export());
        var sie = file(export, "SIE4I");
        product.books()
                .damage(
                        TENANT,
                        "with gone as (delete from decided_export where export_id = '" + id(export)
                                + "') delete from exported_voucher where export_id = '" + id(export) + "'");
        assertThat(file(export, "SIE4I")).isEqualTo(sie);
        assertThat(see(export).get("state").asText()).isEqualTo("DECIDED");
    }

    @Test
    void whatWasBrokenOffIsGoneOnWithInTheBackground() throws SQLException {
        people.join(CLUB, "ar");
        var export = decided(export());
        var sie = file(export, "SIE4I");
        product.books().damage(TENANT, "delete from decided_export where export_id = '" + id(export) + "'");
        decided(export);
        assertThat(file(export, "SIE4I")).isEqualTo(sie);
    }

    @Test
    void aKeptVoucherThatIsTamperedWithIsFound() {
        people.join(CLUB, "ar");
        var id = id(decided(export()));
        found("update exported_voucher set posted = posted + 1 where id = entry_id and export_id = '" + id + "'");
        found("update exported_voucher set rows = jsonb_set(rows, '{0,amount}', '1') where export_id = '" + id + "'");
        found("delete from exported_voucher where id <> entry_id and export_id = '" + id + "'");
        found("update exported_voucher set day = day + 1 where id = entry_id and export_id = '" + id + "'");
    }

    private void found(String tampering) {
        assertThat(product.books().foundAfter(TENANT, tampering, CHECK))
                .as(tampering)
                .hasSize(1);
    }

    private JsonNode decided(JsonNode export) {
        Waiting.until(
                "the export to be decided",
                () -> see(export).get("state").asText().equals("DECIDED"));
        return export;
    }

    private JsonNode see(JsonNode export) {
        return office.get("accounting-exports/" + id(export)).expect(200).json();
    }

    private static String id(JsonNode export) {
        return export.get("id").asText();
    }

    private JsonNode export() {
        var wish = Map.of("sellerGroupId", seller, "firstDay", "2020-01-01", "lastDay", TODAY);
        return overpaying.post("accounting-exports", wish).expect(201).json();
    }

    private byte[] file(JsonNode export, String format) {
        return office.get("accounting-exports/" + id(export) + "/file?format=" + format)
                .expect(200)
                .bytes();
    }

    private void choose(String version, Map<String, Object> body) {
        office.send(
                        "PUT",
                        "plugin-choices/accounting-enterprise",
                        Client.bytes(body),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"" + version + "\"")
                .expect(200);
    }
}
