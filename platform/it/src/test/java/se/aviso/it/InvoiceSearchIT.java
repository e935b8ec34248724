package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Invoices are found by any combination of criteria: all of them hold at once, and each alone can leave nothing. */
@OnRunningProduct
class InvoiceSearchIT {
    private static final AtomicInteger PEOPLE = new AtomicInteger(470_000);

    private final Product product;
    private final Client office;

    InvoiceSearchIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @Test
    void everyCriterionHoldsTogetherWithAllOthers() {
        var number = PEOPLE.incrementAndGet();
        var article = "S" + UUID.randomUUID().toString().substring(0, 8);
        var invoice = bill(member(number), article);
        var right = criteria(invoice, article, number);
        assertThat(found(right)).containsExactly(invoice.get("id").asText());
        var wrong = Map.ofEntries(
                Map.entry("q", "Ingensomhetersa"),
                Map.entry("number", "999999"),
                Map.entry("ocr", "1000000008"),
                Map.entry("memberId", UUID.randomUUID().toString()),
                Map.entry("payerId", UUID.randomUUID().toString()),
                Map.entry("groupId", group("prov-tva")),
                Map.entry("typeId", UUID.randomUUID().toString()),
                Map.entry("product", article + "x"),
                Map.entry("kind", "OFFER"),
                Map.entry("occasion", "RENEWAL"),
                Map.entry("document", "CREDITED"),
                Map.entry("settlement", "SETTLED"),
                Map.entry("overdue", "true"),
                Map.entry("dunningLevel", "4"),
                Map.entry("collector", "true"),
                Map.entry("stopped", "true"),
                Map.entry("amountFrom", "350.01"),
                Map.entry("amountTo", "349.99"),
                Map.entry("openFrom", "350.01"),
                Map.entry("openTo", "349.99"),
                Map.entry("issuedFrom", "2099-01-01"),
                Map.entry("issuedTo", "1999-01-01"),
                Map.entry("dueFrom", "2099-01-01"),
                Map.entry("dueTo", "1999-01-01"),
                Map.entry("channel", "LETTER"));
        assertThat(wrong.keySet()).isEqualTo(right.keySet());
        wrong.forEach((name, value) -> {
            var one = new LinkedHashMap<>(right);
            one.put(name, value);
            assertThat(found(one)).as(name + "=" + value).isEmpty();
        });
        for (var more : Map.of("runId", UUID.randomUUID().toString(), "delivery", "BOUNCED", "offer", "OPEN")
                .entrySet()) {
            var one = new LinkedHashMap<>(right);
            one.put(more.getKey(), more.getValue());
            assertThat(found(one)).as(more.toString()).isEmpty();
        }
    }

    @Test
    void aCreditNoteIsFoundByWhatItTakesBackAndAListIsTakenOutByIt() {
        var article = "S" + UUID.randomUUID().toString().substring(0, 8);
        var invoice = bill(member(PEOPLE.incrementAndGet()), article);
        office.post(
                        "invoices/" + invoice.get("id").asText() + "/credit-notes",
                        Map.of("reason", "Felskrivning"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        assertThat(found(Map.of("product", article))).hasSize(2);
        assertThat(found(Map.of("product", article, "kind", "CREDIT_NOTE"))).hasSize(1);
        assertThat(office.get("invoices/export.csv?product=" + article)
                        .expect(200)
                        .text())
                .contains(invoice.get("number").asText())
                .contains("Säljare")
                .contains("Riksförbundet Prov");
    }

    @Test
    void whatIsNotRemindedOfIsFoundByItsOwnStopAndByItsPayers() {
        var own = bill(member(PEOPLE.incrementAndGet()), article());
        var payers = bill(member(PEOPLE.incrementAndGet()), article());
        var free = bill(member(PEOPLE.incrementAndGet()), article());
        office.post("invoices/" + own.get("id").asText() + "/dunning-stops", Map.of("note", "Utreds"))
                .expect(201);
        office.post("members/" + payers.get("memberId").asText() + "/dunning-stops", Map.of("note", "Utreds"))
                .expect(201);
        for (var invoice : List.of(own, payers, free)) {
            var stopped = !invoice.equals(free);
            var payer = invoice.get("memberId").asText();
            assertThat(found(Map.of("payerId", payer, "stopped", Boolean.toString(stopped))))
                    .containsExactly(invoice.get("id").asText());
            assertThat(found(Map.of("payerId", payer, "stopped", Boolean.toString(!stopped))))
                    .isEmpty();
        }
    }

    @Test
    void wordsOfALineLeadToItsInvoiceAlsoTogetherWithItsPayers() {
        var number = PEOPLE.incrementAndGet();
        var article = article();
        var invoice = bill(member(number), article);
        for (var text : List.of(article, article.toLowerCase(Locale.ROOT), "nyck Sök" + number, article + " TRAFF")) {
            assertThat(found(Map.of("q", text)))
                    .as(text)
                    .containsExactly(invoice.get("id").asText());
        }
        assertThat(found(Map.of("q", article + " Ingensomhetersa"))).isEmpty();
    }

    @Test
    void draftsAreNotLookedForAmongWhatIsIssued() {
        assertThat(office.get("invoices?document=DRAFT").expect(400).text()).contains("document");
    }

    private static String article() {
        return "S" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Map<String, String> criteria(JsonNode invoice, String article, int member) {
        var criteria = new LinkedHashMap<String, String>();
        criteria.put("q", "Sök" + member);
        criteria.put("number", invoice.get("number").asText());
        criteria.put("ocr", invoice.get("ocr").asText());
        criteria.put("memberId", invoice.get("memberId").asText());
        criteria.put("payerId", invoice.get("memberId").asText());
        criteria.put("groupId", group("prov-forbund"));
        criteria.put("typeId", type());
        criteria.put("product", article);
        criteria.put("kind", "CLAIM");
        criteria.put("occasion", "ONE_OFF");
        criteria.put("document", "ISSUED");
        criteria.put("settlement", "OPEN,PARTLY_PAID");
        criteria.put("overdue", "false");
        criteria.put("dunningLevel", "0");
        criteria.put("collector", "false");
        criteria.put("stopped", "false");
        for (var amount : List.of("amountFrom", "amountTo", "openFrom", "openTo")) {
            criteria.put(amount, "350.00");
        }
        criteria.put("issuedFrom", invoice.get("issuedOn").asText());
        criteria.put("issuedTo", invoice.get("issuedOn").asText());
        criteria.put("dueFrom", invoice.get("dueOn").asText());
        criteria.put("dueTo", invoice.get("dueOn").asText());
        criteria.put("channel", "EMAIL");
        return criteria;
    }

    private List<String> found(Map<String, String> criteria) {
        var query = criteria.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return office.all("invoices?" + query).stream()
                .map(found -> found.get("id").asText())
                .toList();
    }

    /** A membership of 300 and a product of 50. */
    private JsonNode bill(String member, String article) {
        office.post(
                        "products",
                        Map.of(
                                "groupId",
                                group("prov-forbund"),
                                "number",
                                article,
                                "names",
                                Map.of("sv", "Nyckel", "en", "Key"),
                                "price",
                                "50.00",
                                "vat",
                                "STANDARD",
                                "account",
                                3051))
                .expect(201);
        var membership = product.books()
                .column("prov", "select id from membership where member_id = '" + member + "'")
                .get(0);
        var lines = List.of(
                Map.of("kind", "MEMBERSHIP", "membershipId", membership),
                Map.of("kind", "PRODUCT", "product", article));
        return office.post(
                        "invoices",
                        Map.of("groupId", group("prov-ett"), "memberId", member, "lines", lines),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
    }

    private String member(int number) {
        office.importMembers("number,group,type,givenName,familyName,born,email\n" + number + ",prov-ett,ar,Sök"
                        + number + ",Träff,1985-03-01,sok" + number + "@people.example\n")
                .expect(200);
        return product.books()
                .column("prov", "select id from member where number = " + number)
                .get(0);
    }

    private String group(String slug) {
        return product.books()
                .column("prov", "select id from group_node where slug = '" + slug + "'")
                .get(0);
    }

    private String type() {
        return product.books()
                .column("prov", "select id from membership_type where slug = 'ar'")
                .get(0);
    }
}
