package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.it.plugin.GroupedSummary;

/** Documents are arranged by what is decided nearest to their group, for the kinds that are wanted, and never twice. */
@OnRunningProduct
class SummaryChoiceIT {
    private static final String TENANT = "prov";
    private static final String ONE = "prov-ett";
    private static final String TWO = "prov-tva";
    private static final int MOST = 200;

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final String one;
    private final String two;
    private final Choosing enterprise;
    private final Choosing grouped;

    SummaryChoiceIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
        this.one = new Tree(office).id(ONE);
        this.two = new Tree(office).id(TWO);
        this.enterprise = new Choosing(office, "summary-enterprise");
        this.grouped = new Choosing(office, "it");
    }

    @BeforeEach
    void theTenantHasBoughtIt() throws SQLException {
        product.books().damage(TENANT, "update tenant set edition = 1 where slug = '" + TENANT + "'");
    }

    @AfterEach
    void itIsAsItWas() throws SQLException {
        product.books()
                .damage(
                        TENANT,
                        "with gone as (delete from plugin_choice) update tenant set edition = 0 where slug = '" + TENANT
                                + "'");
    }

    @Test
    void theNearestGroupsChoiceAndSettingsHold() {
        enterprise.onForAll(Map.of("subtotals", "MEMBERSHIP=Hela förbundet"));
        enterprise.onFor(two, Map.of("subtotals", "MEMBERSHIP=Bara tvåan"));
        assertThat(sums(people.join(ONE, "ar").invoiceId())).containsExactly("Hela förbundet");
        assertThat(sums(people.join(TWO, "ar").invoiceId())).containsExactly("Bara tvåan");
        enterprise.offFor(two);
        assertThat(sums(people.join(TWO, "ar").invoiceId())).isEmpty();
        assertThat(sums(people.join(ONE, "ar").invoiceId())).containsExactly("Hela förbundet");
    }

    @Test
    void aSummaryThatIsForEverybodyServesTheGroupThatHasTurnedItOn() {
        grouped.onFor(one, Map.of());
        assertThat(sums(people.join(ONE, "ar").invoiceId())).containsExactly("Summa medlemskap");
        assertThat(sums(people.join(TWO, "ar").invoiceId())).isEmpty();
    }

    @Test
    void onlyTheWantedKindsOfDocumentsAreArranged() {
        enterprise.onForAll(
                Map.of("documents", "RENEWAL, ONE_OFF", "subtotals", "MEMBERSHIP=Medlemskap\nFREE=Övrigt i ordning"));
        var joined = people.join(ONE, "ar");
        assertThat(sums(joined.invoiceId())).as("a first invoice").isEmpty();
        assertThat(sums(byHand(joined.memberId(), "Resa"))).containsExactly("Övrigt i ordning");
    }

    @Test
    void anInvoiceThatWentPlainIsSentAgainAndShownPlainThoughASummaryIsTurnedOnSince() throws SQLException {
        var joined = people.join(ONE, "ar");
        assertThat(sums(joined.invoiceId())).isEmpty();
        var dispatch = "dispatches/"
                + column("select id::text from dispatch where invoice_id = '" + joined.invoiceId() + "'")
                        .get(0)
                + "/document.pdf";
        var sent = office.get(dispatch).expect(200).bytes();
        var shown = document(joined.invoiceId());
        grouped.onForAll(Map.of());
        assertThat(sums(people.join(ONE, "ar").invoiceId()))
                .as("the summary is turned on")
                .isNotEmpty();

        office.post("invoices/" + joined.invoiceId() + ":send", Map.of("channel", "EMAIL"), "Idempotency-Key", key())
                .expect(200);
        Waiting.until(
                "the second sending",
                () -> !column("select id from dispatch where invoice_id = '" + joined.invoiceId()
                                + "' and attempts = 2 and state in (3, 4)")
                        .isEmpty());
        assertThat(rows(joined.invoiceId())).isZero();
        assertThat(office.get(dispatch).expect(200).bytes()).isEqualTo(sent);
        assertThat(document(joined.invoiceId())).isEqualTo(shown);

        keepRowsAsWeOnceDid(joined.invoiceId());
        try {
            assertThat(office.get(dispatch).expect(200).bytes())
                    .as("what went plain before rows were kept")
                    .isEqualTo(sent);
        } finally {
            product.books()
                    .damage(TENANT, "delete from invoice_summary where invoice_id = '" + joined.invoiceId() + "'");
        }
    }

    @Test
    void aSummaryIsTriedOnTheNewestDocumentsAndSaysWhichGoPlainAndWhy() {
        var joined = people.join(ONE, "ar");
        var wrong = byHand(joined.memberId(), GroupedSummary.WRONG);
        var hole = byHand(joined.memberId(), GroupedSummary.HOLE);
        List.of(joined.invoiceId(), wrong, hole).forEach(this::waitUntilSent);
        var kept = column("select count(*)::text from invoice_summary");

        var tried = grouped.attempt(Optional.of(one), Map.of());
        assertThat(tried.at("/effects/basis").asText()).as("of its price rule").startsWith("BILLED");
        var documents = tried.get("documents");
        assertThat(documents.get("looked").asInt()).isBetween(3, MOST);
        assertThat(documents.get("changed").asInt()).isPositive();
        assertThat(documents.get("plain").findValuesAsText("reason")).contains("OTHER_SUMS", "NO_ANSWER");
        var example = documents.at("/examples/0");
        assertThat(example.get("before")).isNotEqualTo(example.get("after"));
        assertThat(documents.get("examples").toString()).contains("Summa medlemskap");
        assertThat(column("select count(*)::text from invoice_summary")).isEqualTo(kept);
        assertThat(office.get("plugin-choices").expect(200).json().get("items")).isEmpty();

        var offers = enterprise.attempt(Optional.of(one), Map.of("documents", "OFFER"));
        assertThat(offers.at("/documents/plain/0/reason").asText()).isEqualTo("KIND");
        assertThat(offers.has("effects")).isFalse();
    }

    @Test
    void settingsAreTriedWhereTheyWouldHold() {
        people.join(ONE, "ar");
        people.join(TWO, "ar");
        enterprise.onFor(two, Map.of());
        var elsewhere = product.books()
                .number(
                        TENANT,
                        "select count(*) from invoice i join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                                + "where i.kind <> 2 and i.occasion <> 3 and g.slug <> '" + TWO + "'");
        var looked = enterprise
                .attempt(Optional.empty(), Map.of())
                .at("/documents/looked")
                .asLong();
        assertThat(looked).isEqualTo(Math.min(MOST, elsewhere));
    }

    @Test
    void thePageShowsDocumentsBeforeAndAfterForAGroup() {
        waitUntilSent(people.join(ONE, "ar").invoiceId());
        var page = "/plugin/settings.xhtml?plugin=summary-enterprise&group=" + one;
        var surfer = Surfer.entered(product, TENANT, "admin");
        var fields = Map.of("settings-subtotals", "MEMBERSHIP=Summa på sidan", "turnedOn_input", "on");
        var got = surfer.get(page);
        assertThat(got.plain()).contains("Gäller Prov Förening Ett och allt under", "Alla föreningar");
        var tried = surfer.press(page, got, "settings", "attempt", fields).plain();
        assertThat(tried).contains("Hur dokumenten hade sett ut", "Med inställningarna", "Summa på sidan");
        surfer.press(page, surfer.get(page), "settings", "save", fields);
        assertThat(column("select group_id::text from plugin_choice where turned_on"))
                .containsExactly(one);
        assertThat(sums(people.join(ONE, "ar").invoiceId())).containsExactly("Summa på sidan");
    }

    /** The texts of the sums on the document of an invoice, once it was sent. */
    private List<String> sums(String invoice) {
        waitUntilSent(invoice);
        return column(
                "select text from invoice_summary where subtotal and invoice_id = '" + invoice + "' order by position");
    }

    private void waitUntilSent(String invoice) {
        Waiting.until(
                "the mailing of " + invoice,
                () -> !column("select id from dispatch where invoice_id = '" + invoice + "' and state in (3, 4)")
                        .isEmpty());
    }

    private long rows(String invoice) {
        return product.books()
                .number(TENANT, "select count(*) from invoice_summary where invoice_id = '" + invoice + "'");
    }

    private void keepRowsAsWeOnceDid(String invoice) throws SQLException {
        product.books()
                .damage(
                        TENANT,
                        "insert into invoice_summary (tenant_id, invoice_id, position, subtotal, kind, text, note, quantity, "
                                + "unit, vat) select tenant_id, id, 0, false, 'FREE', 'Ordnad', '', 1, total, 0 from invoice "
                                + "where id = '" + invoice + "'");
    }

    private byte[] document(String invoice) {
        return office.get("invoices/" + invoice + "/document.pdf").expect(200).bytes();
    }

    private String byHand(String member, String text) {
        var line = Map.of("kind", "FREE", "text", text, "quantity", 1, "unit", "75.00", "vat", "LOW", "account", 3051);
        var bill = Map.of("groupId", one, "memberId", member, "lines", List.of(line));
        return office.post("invoices", bill, "Idempotency-Key", key())
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private List<String> column(String query) {
        return product.books().column(TENANT, query);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
