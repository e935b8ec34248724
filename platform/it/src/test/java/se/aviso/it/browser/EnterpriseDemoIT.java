package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.aviso.it.Client;
import se.aviso.it.Product;
import se.aviso.it.SieReader;

/** The second demo tenant has been round the circle, with accounts, dimensions, a summary and prices of its own. */
@OnRunningDemo
class EnterpriseDemoIT {
    private static final String TENANT = "enterprise-demo";
    private static final String OWN = "SKARSTRAND";
    private static final String BOOKED = "select coalesce(sum(case p.side when 0 then p.amount else -p.amount end), 0) "
            + "from posting p join ledger_entry e on e.id = p.entry_id where e.booked_on <= '2027-12-31' and p.account in ";

    private final Demo demo;
    private final Client eva;

    EnterpriseDemoIT(Demo demo) {
        this.demo = demo;
        this.eva = demo.client("enterprise");
    }

    @Test
    void itsMembersWereBilledPaidRemindedAndRenewed() {
        var invoices = eva.all("invoices");
        assertThat(count(invoices, "occasion", "FIRST")).isEqualTo(61);
        assertThat(count(invoices, "occasion", "RENEWAL")).isGreaterThan(30);
        assertThat(count(invoices, "settlement", "SETTLED")).isGreaterThan(60);
        assertThat(invoices).anyMatch(invoice -> invoice.get("dunningLevel").asInt() > 0);
        assertThat(eva.all("payments")).hasSizeGreaterThan(60);
    }

    @Test
    void aDocumentHasTheFeesOfAllLevelsAndTheirSubtotal() throws IOException {
        var invoice = eva.all("invoices?occasion=FIRST").stream()
                .filter(each -> each.get("total").asText().equals("500.00"))
                .findFirst()
                .orElseThrow();
        var pdf = eva.get("invoices/" + invoice.get("id").asText() + "/document.pdf")
                .expect(200);
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("300,00", "60,00", "140,00", "Summa medlemskap", "500,00");
        }
    }

    @Test
    void whatLeftForTheGeneralLedgerIsTheSubledgerOnAccountsOfItsOwn() {
        var vouchers = eva.all("accounting-exports").stream()
                .map(this::file)
                .flatMap(file -> SieReader.read(file).vouchers().stream())
                .toList();
        var rows = vouchers.stream().flatMap(voucher -> voucher.rows().stream()).toList();
        assertThat(rows).extracting(SieReader.Row::account).doesNotContain(1510, 3010, 3012);
        assertThat(sum(rows, 1519)).isNotZero().isEqualTo(booked("(1510)"));
        assertThat(sum(rows, 3911, 3912, 2970)).isNegative().isEqualTo(booked("(3010, 3012)"));
        assertThat(rows)
                .filteredOn(row -> row.account() == 3911)
                .isNotEmpty()
                .allMatch(row -> "MEDLEM".equals(row.objects().get("6")))
                .allMatch(row -> row.objects().getOrDefault("1", "").startsWith("skar-"));
    }

    @Test
    void itsPluginsAreTurnedOnAndTheOtherTenantSeesNothingOfThem() {
        assertThat(turnedOn(eva)).contains("accounting-enterprise", "summary-enterprise", "pricing-sibling");
        assertThat(turnedOn(demo.client("office"))).doesNotContain("accounting-enterprise", "summary-enterprise");
    }

    @Test
    void aPluginOfItsOwnWritesTheGeneralLedgersFile() {
        assertThat(eva.all("accounting-exports")).isNotEmpty().allSatisfy(export -> {
            var lines = new String(file(export, OWN), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("042;"));
            assertThat(lines.stream()
                            .filter(line -> line.startsWith("042;R;"))
                            .map(EnterpriseDemoIT::posting)
                            .toList())
                    .isEqualTo(SieReader.read(file(export)).vouchers().stream()
                            .flatMap(voucher -> voucher.rows().stream())
                            .map(row -> row.account() + " " + row.ore())
                            .toList());
        });
    }

    /** It came by the demo's files and their own list, and the edition opens it. */
    @Test
    void itsOwnPluginIsNoneOfTheDistributionsAndNoneOfATenantThatHasNotBoughtIt() {
        assertThat(Product.distribution().resolve("plugins.sha256"))
                .content()
                .contains("pricing-sibling")
                .doesNotContain("skarstrand");
        assertThat(turnedOn(eva)).contains("accounting-skarstrand");
        assertThat(eva.get("accounting-exports/formats").expect(200).text()).contains(OWN);
        var office = demo.client("office");
        assertThat(office.get("accounting-exports/formats").expect(200).text()).doesNotContain(OWN);
        var refused = office.send(
                "PUT",
                "plugin-choices/accounting-skarstrand",
                "{\"turnedOn\":true,\"settings\":{\"company\":\"042\"}}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0\"");
        assertThat(refused.expect(422).text()).contains("plugin-edition");
        assertThat(turnedOn(office)).doesNotContain("accounting-skarstrand");
    }

    /** Account and öre of a row of the ledger's file. */
    private static String posting(String line) {
        var fields = line.split(";", -1);
        return fields[2] + " " + new BigDecimal(fields[5]).movePointRight(2).longValueExact();
    }

    private static List<String> turnedOn(Client client) {
        return items(client.get("plugin-choices").expect(200).json().get("items")).stream()
                .filter(each -> each.get("turnedOn").asBoolean())
                .map(each -> each.get("plugin").asText())
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        return items;
    }

    private byte[] file(JsonNode export) {
        return file(export, "SIE4I");
    }

    private byte[] file(JsonNode export, String format) {
        return eva.get("accounting-exports/" + export.get("id").asText() + "/file?format=" + format)
                .expect(200)
                .bytes();
    }

    private long booked(String accounts) {
        return demo.books().number(TENANT, BOOKED + accounts);
    }

    private static long sum(List<SieReader.Row> rows, Integer... accounts) {
        return rows.stream()
                .filter(row -> List.of(accounts).contains(row.account()))
                .mapToLong(SieReader.Row::ore)
                .sum();
    }

    private static long count(List<JsonNode> items, String field, String value) {
        return items.stream()
                .filter(item -> item.path(field).asText("").equals(value))
                .count();
    }
}
