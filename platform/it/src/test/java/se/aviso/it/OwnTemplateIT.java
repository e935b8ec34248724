package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant of the edition ENTERPRISE writes on pages of its own, and what was issued stays on its page. */
@OnRunningProduct
class OwnTemplateIT {
    private static final String TENANT = "tillagg";

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    OwnTemplateIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aNewInvoiceIsOnTheOwnPageAndWhatWasIssuedStaysOnItsOwnToTheByte() {
        var place = place();
        var shipped = sent(clubs.join(place).invoice());
        var before = pdf(shipped);
        set(place, 0, saying("Ritad av oss, ett"));
        assertThat(words(pdf(clubs.join(place).invoice())))
                .as("drawn, and not chosen")
                .doesNotContain("Ritad av oss");
        choose(place.club(), "own").expect(200);
        var first = sent(clubs.join(place).invoice());
        var onFirst = pdf(first);
        assertThat(words(onFirst)).contains("Ritad av oss, ett", "OCR-nummer");
        set(place, 1, saying("Ritad av oss, två"));
        assertThat(words(pdf(clubs.join(place).invoice()))).contains("Ritad av oss, två");
        assertThat(pdf(first)).isEqualTo(onFirst);
        assertThat(pdf(shipped)).isEqualTo(before);
        var sample =
                office.post("groups/" + place.club() + "/wording:preview", Map.of("kind", "RECEIPT", "language", "SV"));
        assertThat(words(sample.expect(200).bytes())).contains("Ritad av oss, två");
        assertThat(office.get(path(place) + "/versions").expect(200).json().get("items"))
                .extracting(version -> version.get("version").asInt())
                .containsExactly(2, 1);
        assertThat(office.get(path(place) + "?version=1")
                        .expect(200)
                        .json()
                        .get("html")
                        .asText())
                .contains("Ritad av oss, ett");
        office.get(path(place) + "?version=3").expect(404);
    }

    @Test
    void theNearestGroupsPageHoldsAndOneMustBeThereToBeChosen() {
        var place = place();
        assertThat(choose(place.club(), "own").expect(422).text()).contains("template-none");
        var seen = office.get(path(place)).expect(200);
        assertThat(seen.header("ETag")).isEqualTo("\"0\"");
        assertThat(seen.json().get("html").asText()).contains("@@rows@@");
        assertThat(seen.json().at("/parts/pay").asText()).contains("{{pay.ocr}}");
        var drawn = set(place, 0, saying("Klubbens sida"));
        assertThat(drawn.get("groupId").asText()).isEqualTo(place.club());
        assertThat(put(path(place), 0, saying("Någon annans")).status()).isEqualTo(412);
        assertThat(office.get("audit-entries?act=TEMPLATE_SET&subjectId=" + place.club())
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void aPageThatIsHostileOrLacksWhatTheLawAsksForIsRefused() {
        var place = place();
        var start = start(place);
        refused(place, start + "<img src=\"https://spy.example/a.png\"/>", "template-address");
        refused(place, start + "\n<script>x()</script>", "template-script");
        refused(place, start.replace("@@pay@@", ""), "page-without-ocr");
        refused(place, start + "{{> self}}", "template-raw");
        var loop = "{{#each lines}}{{#each ../lines}}{{#each ../../lines}}{{#each ../../../lines}}{{text}}";
        var ends = "{{/each}}{{/each}}{{/each}}{{/each}}";
        refused(place, start.replace("@@intro@@", "@@intro@@" + (loop + ends).repeat(3)), "template-unreadable");
        refused(place, "<p>" + "a".repeat(150_000) + "</p>", "template-long");
        assertThat(put(path(place), 0, drawing("a".repeat(1_100_000))).status()).isEqualTo(413);
        assertThat(office.get(path(place)).json().get("version").asInt()).isZero();
        var tried = new HashMap<>(drawing(start.replace("@@pay@@", "")));
        tried.put("kind", "FIRST");
        tried.put("language", "SV");
        assertThat(words(
                        office.post(path(place) + ":preview", tried).expect(200).bytes()))
                .doesNotContain("OCR-nummer");
    }

    @Test
    void anotherEditionIsToldThatItHasNotBoughtIt() {
        var other = product.admin("prov");
        var group = root("prov");
        var refused = other.send(
                "PUT",
                "groups/" + group + "/template",
                Client.bytes(drawing("<p></p>")),
                "If-Match",
                "\"0\"",
                "Content-Type",
                "application/json");
        assertThat(refused.expect(422).problem()).isEqualTo("template-edition");
        assertThat(other.get("groups/" + group + "/template")
                        .expect(200)
                        .json()
                        .get("open")
                        .asBoolean())
                .isFalse();
    }

    private void refused(Clubs.Place place, String html, String code) {
        assertThat(put(path(place), 0, drawing(html)).expect(422).text()).contains(code);
    }

    private Map<String, Object> saying(String words) {
        return drawing(start().replace("@@intro@@", "<p>" + words + "</p>@@intro@@"));
    }

    private static Map<String, Object> drawing(String html) {
        return Map.of("look", "KLASSISK", "html", html, "css", ".mine { color: {{v.accent}}; }");
    }

    private String start() {
        return start(new Clubs.Place(root(TENANT), "", ""));
    }

    private String root(String tenant) {
        return product.books()
                .column(tenant, "select id::text from group_node where parent_id is null order by path")
                .get(0);
    }

    /** A club of its own. */
    private Clubs.Place place() {
        var slug = "egen-" + UUID.randomUUID().toString().substring(0, 13);
        var club = Map.of("name", "Egen sida", "slug", slug, "kind", "LOCAL", "parentId", root(TENANT));
        var id = office.post("groups", club).expect(201).json().get("id").asText();
        var type = product.books()
                .column(TENANT, "select id::text from membership_type where slug = 'ar'")
                .get(0);
        return new Clubs.Place(id, root(TENANT), type);
    }

    /** The page to begin with. */
    private String start(Clubs.Place place) {
        return office.get(path(place)).expect(200).json().get("html").asText();
    }

    private Client.Reply choose(String club, String look) {
        var version = office.get("groups/" + club).expect(200).header("ETag");
        return office.patch(
                "groups/" + club, Map.of("billingIdentity", Map.of("templateId", look)), "If-Match", version);
    }

    private JsonNode set(Clubs.Place place, int version, Map<String, Object> drawing) {
        return put(path(place), version, drawing).expect(200).json();
    }

    private Client.Reply put(String path, int version, Map<String, Object> drawing) {
        return office.send(
                "PUT",
                path,
                Client.bytes(drawing),
                "If-Match",
                "\"" + version + "\"",
                "Content-Type",
                "application/json");
    }

    private static String path(Clubs.Place place) {
        return "groups/" + place.club() + "/template";
    }

    /** Until it has left the house its rows may still be arranged. */
    private String sent(String invoice) {
        Waiting.until(
                "the mail of the invoice",
                () -> product.books()
                                .column(
                                        TENANT,
                                        "select id from dispatch where invoice_id = '" + invoice
                                                + "' and state not in (0, 1, 2)")
                                .size()
                        > 0);
        return invoice;
    }

    private byte[] pdf(String invoice) {
        return office.get("invoices/" + invoice + "/document.pdf").expect(200).bytes();
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
