package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mail of an invoice has a link that opens this invoice, to be seen and paid, until it is taken back. */
@OnRunningProduct
class InvoiceLinkIT {
    private static final String TENANT = "annan";
    private static final String PAGE = "/public/pay.xhtml?key=";
    private static final String PDF = "/public/invoice.pdf?key=";

    private final Product product;
    private final SignUps people;
    private final Mails mails;
    private final Client office;

    InvoiceLinkIT(Product product) {
        this.product = product;
        this.people = new SignUps(product);
        this.mails = new Mails(product.data());
        this.office = product.admin(TENANT);
    }

    @Test
    void theLinkShowsWhatToPayAndNothingOfTheMember() {
        var joined = people.join("annan-ett", "ar");
        var page = new Surfer(product).get(PAGE + key(joined));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.plain())
                .contains(joined.ocr(), joined.number(), "991-3328", "300,00", "Riksförbundet Annan")
                .doesNotContain(text("select family_name from member where id = '" + joined.memberId() + "'"))
                .doesNotContain(address(joined));
        assertThat(page.body()).doesNotContain(joined.memberId(), joined.invoiceId());
    }

    @Test
    void itsAddressIsToldToNobodyAndThePageIsKeptNowhere() {
        var key = key(people.join("annan-ett", "ar"));
        for (var path : List.of(
                PAGE + key, PDF + key, PAGE + LinkKeys.withOtherSecret(key), "/public/enter.xhtml?key=" + key)) {
            var answer = new Surfer(product).get(path);
            assertThat(answer.header("referrer-policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("cache-control")).as(path).contains("no-store");
            assertThat(answer.header("x-robots-tag")).as(path).isEqualTo("noindex");
        }
    }

    @Test
    void theLinkOpensTheDocument() {
        var key = key(people.join("annan-ett", "ar"));
        var pdf = new Surfer(product).get(PDF + key);
        assertThat(pdf.header("content-type")).startsWith("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void theLinkLogsNobodyIn() {
        var holder = new Surfer(product);
        var joined = people.join("annan-ett", "ar");
        holder.get(PAGE + key(joined));
        assertThat(holder.get("/my/home.xhtml").status()).isEqualTo(302);
        assertThat(holder.get("/my/invoice.xhtml?id=" + joined.invoiceId()).status())
                .isEqualTo(302);
        assertThat(holder.get("/public/enter.xhtml?key=" + key(joined)).status())
                .as("a link to pay is none to log in")
                .isEqualTo(404);
    }

    @Test
    void whoMaySeeTheInvoiceSeesItsLinksAndWhenTheyWereUsed() {
        var joined = people.join("annan-tva", "ar");
        var key = key(joined);
        var path = "invoices/" + joined.invoiceId() + "/links";
        var fresh = office.get(path).expect(200).json().get("items");
        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).get("purpose").asText()).isEqualTo("INVOICE");
        assertThat(fresh.get(0).has("lastUsedAt")).isFalse();
        new Surfer(product).get(PAGE + key);
        var used = office.get(path).expect(200);
        assertThat(used.json().at("/items/0/lastUsedAt").asText()).isNotEmpty();
        assertThat(used.text()).doesNotContain(key, key.substring(22));
        product.as(TENANT, "kassor").get(path).expect(200);
        product.as(TENANT, "ordforande").get(path).expect(404);
        product.admin("prov").get(path).expect(404);
    }

    @Test
    void whatIsOpenedHasArrived() {
        var joined = people.join("annan-tva", "ar");
        var key = key(joined);
        Waiting.until("the mail to be noted", () -> delivery(joined).equals("SENT"));
        new Surfer(product).get(PAGE + key);
        assertThat(delivery(joined)).isEqualTo("DELIVERED");
    }

    private String delivery(SignUps.Joined joined) {
        var invoice = office.get("invoices/" + joined.invoiceId()).expect(200).json();
        return invoice.at("/deliveries/0/state").asText();
    }

    @Test
    void whatIsTakenBackOpensNothingAndStandsInTheTrail() {
        var joined = people.join("annan-tva", "ar");
        var key = key(joined);
        var path = "invoices/" + joined.invoiceId() + "/links";
        var link = path + "/" + office.get(path).json().at("/items/0/id").asText();
        product.as(TENANT, "kassor").send("DELETE", link, new byte[0]).expect(403);
        product.as(TENANT, "ordforande").send("DELETE", link, new byte[0]).expect(404);
        product.admin("prov").send("DELETE", link, new byte[0]).expect(404);
        assertThat(new Surfer(product).get(PAGE + key).status()).isEqualTo(200);
        office.send("DELETE", link, new byte[0]).expect(204);
        office.send("DELETE", link, new byte[0]).expect(404);
        assertThat(office.get(path).json().get("items")).isEmpty();
        assertThat(new Surfer(product).get(PAGE + key).status()).isEqualTo(404);
        assertThat(new Surfer(product).get(PDF + key).status()).isEqualTo(404);
        var entry = office.get("audit-entries?subjectId=" + joined.invoiceId())
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(entry.get("act").asText()).isEqualTo("INVOICE_LINK_REVOKED");
        assertThat(entry.toString()).contains("INVOICE").doesNotContain(key.substring(22));
    }

    @Test
    void aNewMailHasALinkOfItsOwnInPlaceOfTheOld() {
        var joined = people.join("annan-ett", "ar");
        var old = key(joined);
        Waiting.until("the mail to be noted as sent", () -> state(joined).equals("SENT"));
        var dispatch = text("select id::text from dispatch where invoice_id = '" + joined.invoiceId() + "'");
        say("update dispatch set state = 7 where id = '" + dispatch + "' returning 1");
        office.send(
                        "POST",
                        "dispatches/" + dispatch + ":resend",
                        new byte[0],
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
        var fresh = mails.freshKey(address(joined), "pay", List.of(old));
        assertThat(new Surfer(product).get(PAGE + fresh).status()).isEqualTo(200);
        assertThat(new Surfer(product).get(PAGE + old).status()).isEqualTo(404);
    }

    @Test
    void aRevokedAnExpiredAnUnknownAndAForeignLinkAreToldTheSame() {
        var revoked = key(people.join("annan-ett", "ar"));
        say("update invoice_link set revoked_at = now() where hash = sha256(decode('" + LinkKeys.secret(revoked)
                + "', 'hex')) returning 1");
        var expired = key(people.join("annan-ett", "ar"));
        expire(expired);
        var foreign = withTenantOf(key(people.join("prov-ett", "ar")), TENANT);
        var unknown = new Surfer(product).get(PAGE + LinkKeys.withOtherSecret(revoked));
        assertThat(unknown.status()).isEqualTo(404);
        for (var key : List.of(revoked, expired, foreign)) {
            var page = new Surfer(product).get(PAGE + key);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.plain()).isEqualTo(unknown.plain()).contains("gäller inte längre");
        }
        assertThat(new Surfer(product).get(PAGE + "x").status()).isEqualTo(404);
    }

    @Test
    void theHashIsKeptAndEndedLinksAreRemoved() {
        var key = key(people.join("annan-ett", "ar"));
        var rows =
                "select count(*) from invoice_link where hash = sha256(decode('" + LinkKeys.secret(key) + "', 'hex'))";
        assertThat(product.books().number(TENANT, rows)).isOne();
        assertThat(product.books().column(TENANT, "select l::text from invoice_link l"))
                .noneMatch(row -> row.contains(LinkKeys.secret(key)));
        expire(key);
        say("update scheduled_tasks set execution_time = now() where task_name = 'ended-links' returning 1");
        Waiting.until("the link to be removed", () -> product.books().number(TENANT, rows) == 0);
    }

    private String key(SignUps.Joined joined) {
        return mails.freshKey(address(joined), "pay", List.of());
    }

    private String state(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId())
                .expect(200)
                .json()
                .at("/deliveries/0/state")
                .asText();
    }

    private void expire(String key) {
        say("update invoice_link set expires_at = now() - interval '1 second' where hash = sha256(decode('"
                + LinkKeys.secret(key) + "', 'hex')) returning 1");
    }

    private String address(SignUps.Joined joined) {
        var query = "select email from member where id = '" + joined.memberId() + "'";
        return List.of(TENANT, "prov").stream()
                .flatMap(tenant -> product.books().column(tenant, query).stream())
                .findFirst()
                .orElseThrow();
    }

    private String text(String query) {
        return product.books().column(TENANT, query).get(0);
    }

    private void say(String statement) {
        assertThat(product.books().column(TENANT, statement)).isNotEmpty();
    }

    private String withTenantOf(String key, String tenant) {
        var id = product.books().column(tenant, "select id::text from tenant where slug = '" + tenant + "'");
        return LinkKeys.withTenant(key, UUID.fromString(id.get(0)));
    }
}
