package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.it.plugin.GroupedSummary;
import se.aviso.it.plugin.MagazinePrice;

/** A jar in the plugin folder prices the types of the one tenant that names it, and arranges its documents. */
@OnRunningProduct
class ChosenPluginsIT {
    private static final String TENANT = "tillagg";
    private static final String CLUB = "tillagg-ett";
    private static final String TODAY = "2027-01-04";

    private final Product product;
    private final Client office;
    private final SignUps people;

    ChosenPluginsIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
    }

    @Test
    void whoSignsUpPaysThePluginsPriceAndIsToldWhy() throws IOException {
        var joined = people.join(CLUB, "tidning");
        assertThat(joined.ore()).isEqualTo(32_000);
        requireExplained(
                office.get("invoices/" + joined.invoiceId()).expect(200).json());
        assertThat(document(joined.invoiceId())).contains("Summa medlemskap").doesNotContain("Summa övrigt");

        assertThat(people.join(CLUB, "ar").ore())
                .as("a type that names no plugin")
                .isEqualTo(30_000);
        var other = people.join("prov-ett", "ar");
        waitUntilSent("prov", other.invoiceId());
        assertThat(text(product.admin("prov"), other.invoiceId())).doesNotContain("Summa medlemskap");
    }

    @Test
    void anInvoiceByHandHasThePluginsPriceAndItsSumsStandOnTheDocument() throws IOException {
        var member = member();
        var free = Map.of(
                "kind", "FREE", "text", "Tröja", "quantity", 2, "unit", "150.00", "vat", "STANDARD", "account", 3020);
        var membership = Map.of("kind", "MEMBERSHIP", "membershipId", membership(member));
        var bill = Map.of("groupId", group(), "memberId", member, "lines", List.of(free, membership));
        var seen = office.post("invoices?preview=true", bill).expect(200).json();
        assertThat(seen.get("total").asText()).isEqualTo("620.00");
        var issued = office.post("invoices", bill, "Idempotency-Key", key())
                .expect(201)
                .json();
        requireExplained(office.get("invoices/" + issued.get("id").asText()).json());
        var text = document(issued.get("id").asText());
        assertThat(text).contains("Summa medlemskap").contains("Summa övrigt").contains("620,00");
        assertThat(text.indexOf("Summa medlemskap"))
                .as("memberships come first, though they were written last")
                .isLessThan(text.indexOf("Tröja"));
    }

    @Test
    void aRunBillsByThePluginsPrice() {
        var member = member();
        var run = office.startRun("SELECTION", TODAY).get("id").asText();
        office.finish(run);
        var invoice = product.books()
                .column(TENANT, "select id::text from invoice where member_id = '" + member + "'")
                .get(0);
        var whole = office.get("invoices/" + invoice).expect(200).json();
        assertThat(whole.get("total").asText()).isEqualTo("320.00");
        requireExplained(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {GroupedSummary.WRONG, GroupedSummary.HOLE})
    void aSummaryThatChangesASumOrIsMissingIsRefusedAndTheLinesStandAsTheyAre(String text) throws IOException {
        var member = member();
        var line = Map.of(
                "kind", "FREE", "text", text, "quantity", 1, "unit", "100.00", "vat", "STANDARD", "account", 3020);
        var bill = Map.of("groupId", group(), "memberId", member, "lines", List.of(line));
        var id = office.post("invoices", bill, "Idempotency-Key", key())
                .expect(201)
                .json()
                .get("id")
                .asText();
        assertThat(document(id)).contains(text).contains("100,00").doesNotContain("Summa övrigt");
        assertThat(product.books()
                        .number(TENANT, "select count(*) from invoice_summary where invoice_id = '" + id + "'"))
                .isZero();
    }

    private static void requireExplained(JsonNode invoice) {
        var told = new ArrayList<String>();
        invoice.get("lines").forEach(line -> line.path("why").forEach(why -> told.add(why.toString())));
        assertThat(told)
                .as(invoice.toString())
                .anyMatch(why -> why.contains("TIDNING") && why.contains(MagazinePrice.REASON));
    }

    /** What stands on the document once it has gone. */
    private String document(String invoice) throws IOException {
        waitUntilSent(TENANT, invoice);
        return text(office, invoice);
    }

    private void waitUntilSent(String tenant, String invoice) {
        Waiting.until(
                "the mailing of " + invoice,
                () -> product.books()
                                .number(
                                        tenant,
                                        "select count(*) from dispatch where invoice_id = '" + invoice
                                                + "' and state > 1") // 1: it is being written
                        > 0);
    }

    private static String text(Client who, String invoice) throws IOException {
        var pdf = who.get("invoices/" + invoice + "/document.pdf").expect(200);
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private String member() {
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
                List.of(Map.of("groupId", group(), "typeId", type())));
        return office.post("members", person).expect(201).json().get("id").asText();
    }

    private String group() {
        return new Tree(office).id(CLUB);
    }

    private String type() {
        return product.books()
                .column(TENANT, "select id::text from membership_type where slug = 'tidning'")
                .get(0);
    }

    private String membership(String member) {
        return product.books()
                .column(TENANT, "select id::text from membership where member_id = '" + member + "'")
                .get(0);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
