package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Products, and invoices that somebody writes: previewed, kept, issued, paid. */
@OnRunningProduct
class OneOffIT {
    private static final int THREADS = 32;
    private static final int EACH = 3;
    private static final int MANY = 1_200;
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final AtomicInteger PEOPLE = new AtomicInteger(410_000);

    private final Product product;
    private final Client office;

    OneOffIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aGroupSellsWhatStandsAboveItUnlessItHasItsOwn() {
        var number = "T" + UUID.randomUUID().toString().substring(0, 8);
        add(article("prov-forbund", number, "200.00"));
        assertThat(sold("prov-ett", number).get("price").asText()).isEqualTo("200.00");
        add(article("prov-ett", number, "250.00"));
        assertThat(sold("prov-ett", number).get("price").asText()).isEqualTo("250.00");
        assertThat(sold("prov-ett", number).get("groupName").asText()).isEqualTo("Prov Förening Ett");
        assertThat(sold("prov-tva", number).get("price").asText()).isEqualTo("200.00");
        var again = office.post("products", article("prov-ett", number, "1.00")).expect(422);
        assertThat(again.json().at("/errors/0/pointer").asText()).isEqualTo("/number");
    }

    @Test
    void aProductIsChangedByWhoHasSeenItLast() {
        var number = "T" + UUID.randomUUID().toString().substring(0, 8);
        var added = add(article("prov-ett", number, "200.00"));
        var path = "products/" + added.json().get("id").asText();
        office.patch(path, Map.of("price", "210.00")).expect(428);
        var changed = office.patch(path, Map.of("price", "210.00", "account", 3052), "If-Match", added.header("ETag"))
                .expect(200);
        assertThat(changed.json().get("account").asInt()).isEqualTo(3052);
        office.patch(path, Map.of("price", "220.00"), "If-Match", added.header("ETag"))
                .expect(412);
        var wrong = office.patch(
                        path,
                        Map.of("vat", "EXEMPT", "price", "-1", "account", 1510),
                        "If-Match",
                        changed.header("ETag"))
                .expect(422)
                .json();
        assertThat(wrong.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/price", "/account", "/exemption");
    }

    @Test
    void whatIsPreviewedIsWhatIsIssued() {
        var number = "T" + UUID.randomUUID().toString().substring(0, 8);
        add(article("prov-forbund", number, "250.00"));
        var member = member();
        var bill = bill(
                member,
                Map.of("kind", "TEXT", "text", "Höstens läger"),
                Map.of("kind", "PRODUCT", "product", number, "quantity", 3),
                free("Rabatt", "-50.00", "STANDARD"),
                free("Busskort", "60.00", "LOW"));
        var invoices = count("invoice");
        var preview = office.post("invoices?preview=true", bill).expect(200).json();
        assertThat(count("invoice")).isEqualTo(invoices);
        assertThat(preview.get("problems")).isEmpty();
        assertThat(preview.get("total").asText()).isEqualTo("760.00");
        assertThat(preview.get("vat").findValuesAsText("rate")).containsExactly("STANDARD", "LOW");
        assertThat(preview.at("/vat/0/base").asText()).isEqualTo("560.00");
        assertThat(preview.at("/vat/0/vat").asText()).isEqualTo("140.00");
        office.post("invoices", bill).expect(400);
        var key = UUID.randomUUID().toString();
        var issued = office.post("invoices", bill, "Idempotency-Key", key)
                .expect(201)
                .json();
        var again = office.post("invoices", bill, "Idempotency-Key", key)
                .expect(201)
                .json();
        assertThat(again.get("id")).isEqualTo(issued.get("id"));
        assertThat(count("invoice")).isEqualTo(invoices + 1);
        assertThat(issued.get("total").asText()).isEqualTo("760.00");
        assertThat(issued.get("occasion").asText()).isEqualTo("ONE_OFF");
        assertThat(issued.get("lines").findValuesAsText("text"))
                .containsExactly("Höstens läger", "Tröja", "Rabatt", "Busskort");
        assertThat(issued.at("/lines/1/measure").asText()).isEqualTo("st");
        assertThat(office.get("invoices/" + issued.get("id").asText() + "/document.pdf")
                        .expect(200)
                        .bytes())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void everythingThatIsWrongIsSaidAndNothingIsIssued() {
        var bill = bill(
                member(),
                Map.of("kind", "PRODUCT", "product", "finns-inte"),
                Map.of("kind", "FREE", "text", "", "unit", "x", "vat", "EXEMPT", "account", 1510),
                Map.of("kind", "MEMBERSHIP", "membershipId", UUID.randomUUID().toString()));
        var preview = office.post("invoices?preview=true", bill).expect(200).json();
        assertThat(preview.get("problems").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/lines/0/product",
                        "/lines/1/text",
                        "/lines/1/unit",
                        "/lines/1/account",
                        "/lines/1/exemption",
                        "/lines/2/membershipId");
        var invoices = count("invoice");
        var refused = issue(bill).expect(422).json();
        assertThat(refused.get("errors")).hasSize(6);
        var much = Map.of(
                "kind",
                "FREE",
                "text",
                "Guld",
                "unit",
                "99999999.00",
                "quantity",
                2_000,
                "vat",
                "ZERO",
                "account",
                3051);
        assertThat(issue(bill(member(), much)).expect(422).text())
                .as("sums of such fit into nothing")
                .contains("line-too-large");
        assertThat(issue(bill(member(), free("Avdrag", "-1.00", "ZERO")))
                        .expect(422)
                        .text())
                .contains("one-off-negative");
        assertThat(issue(bill(member(), free("Föreläsning", "4000.01", "STANDARD")))
                        .expect(422)
                        .text())
                .as("more than a simplified invoice may be, by a seller without a VAT number")
                .contains("no-vat-number");
        assertThat(count("invoice")).isEqualTo(invoices);
    }

    @Test
    void aMemberOfAnotherGroupIsAsUnknownAsOneThatIsNotThere() {
        var elsewhere = new HashMap<>(bill(member(), free("Resa", "10.00", "ZERO")));
        elsewhere.put("groupId", group("prov-tva"));
        assertThat(issue(elsewhere).expect(422).text()).contains("unknown-member");
        elsewhere.put("groupId", group("prov-forbund"));
        issue(elsewhere).expect(201);
    }

    @Test
    void aDraftIsChangedThrownAwayOrIssuedUnderItsOwnId() {
        var member = member();
        var kept = office.post("invoice-drafts", bill(member, free("Resa", "10.00", "ZERO")))
                .expect(201);
        var id = kept.json().get("id").asText();
        var path = "invoice-drafts/" + id;
        assertThat(office.get("invoices/" + id)
                        .expect(200)
                        .json()
                        .get("document")
                        .asText())
                .isEqualTo("DRAFT");
        var longer = bytes(bill(member, free("Resa", "10.00", "ZERO"), free("Mat", "20.00", "REDUCED")));
        put(path, longer).expect(428);
        var changed = put(path, longer, "If-Match", kept.header("ETag")).expect(200);
        assertThat(changed.json().get("total").asText()).isEqualTo("30.00");
        put(path, longer, "If-Match", kept.header("ETag")).expect(412);
        office.get("invoices/" + id + "/document.pdf").expect(200);
        var key = UUID.randomUUID().toString();
        var issued = office.send("POST", "invoices/" + id + ":issue", new byte[0], "Idempotency-Key", key)
                .expect(201)
                .json();
        assertThat(issued.get("id").asText()).isEqualTo(id);
        assertThat(issued.get("document").asText()).isEqualTo("ISSUED");
        office.get(path).expect(404);
        office.send("POST", "invoices/" + id + ":issue", new byte[0], "Idempotency-Key", key)
                .expect(201);
        office.send("POST", "invoices/" + id + ":issue", new byte[0], "Idempotency-Key", key + "x")
                .expect(404);
        var spare = office.post("invoice-drafts", bill(member, free("Resa", "10.00", "ZERO")))
                .expect(201);
        var other = "invoice-drafts/" + spare.json().get("id").asText();
        office.send("DELETE", other, new byte[0], "If-Match", spare.header("ETag"))
                .expect(204);
        office.get(other).expect(404);
    }

    @Test
    void aMembershipLineIsPaidWithItsInvoice() {
        var member = member();
        var membership = product.books()
                .column("prov", "select id from membership where member_id = '" + member + "'")
                .get(0);
        var line = Map.of("kind", "MEMBERSHIP", "membershipId", membership);
        var preview = office.post("invoices?preview=true", bill(member, line))
                .expect(200)
                .json();
        assertThat(preview.get("total").asText()).isEqualTo("300.00");
        var issued = issue(bill(member, line, free("Nyckel", "50.00", "STANDARD")))
                .expect(201)
                .json();
        assertThat(state(membership)).isZero();
        assertThat(issue(bill(member, line))
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/lines/0/membershipId");
        var payment = OutgoingPayment.checked("Betalare", issued.get("ocr").asText(), 350_00);
        office.upload("name=en-gang.txt", BankFiles.of("9912346", DAY, new ArrayList<>(List.of(payment))))
                .expect(201);
        assertThat(office.get("invoices/" + issued.get("id").asText())
                        .json()
                        .get("settlement")
                        .asText())
                .isEqualTo("SETTLED");
        assertThat(state(membership)).isEqualTo(1);
    }

    /** By hand and by a run at once; the numbers of both stand in one series. */
    @Test
    void thirtyTwoWhoIssueByHandWhileARunIssuesLeaveNoGap() throws Exception {
        var first = PEOPLE.getAndAdd(MANY);
        office.importMembers(IntStream.rangeClosed(1, MANY)
                        .mapToObj(at -> (first + at) + ",prov-ett,ar,Många,Samtidigt,1985-03-01,sam" + (first + at)
                                + "@people.example\n")
                        .collect(Collectors.joining("", "number,group,type,givenName,familyName,born,email\n", "")))
                .expect(200);
        var bill = bill(member(), free("Resa", "10.00", "ZERO"));
        var run = office.startRun("SELECTION", "2027-01-04").get("id").asText();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = Collections.nCopies(THREADS, (Callable<List<String>>) () -> {
                var mine = new ArrayList<String>();
                for (var time = 0; time < EACH; time++) {
                    mine.add(issue(bill).expect(201).json().get("number").asText());
                }
                return mine;
            });
            var numbers = new ArrayList<String>();
            for (var done : pool.invokeAll(calls, 5, TimeUnit.MINUTES)) {
                numbers.addAll(done.get());
            }
            assertThat(numbers).hasSize(THREADS * EACH).doesNotHaveDuplicates();
        } finally {
            pool.shutdownNow();
        }
        office.finish(run);
        assertThat(count("(select seller_group_id from invoice where kind = 0 group by seller_group_id "
                        + "having max(number) <> count(*) or min(number) <> 1) gaps"))
                .isZero();
        assertThat(count("invoice where run_id = '" + run + "'")).isGreaterThanOrEqualTo(MANY);
    }

    private long state(String membership) {
        return product.books().number("prov", "select state from period where membership_id = '" + membership + "'");
    }

    private Client.Reply issue(Object bill) {
        return office.post(
                "invoices", bill, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private Client.Reply put(String path, byte[] body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return office.send("PUT", path, body, all.toArray(String[]::new));
    }

    private static byte[] bytes(Object body) {
        try {
            return new ObjectMapper().writeValueAsBytes(body);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private Map<String, Object> bill(String member, Object... lines) {
        return Map.of("groupId", group("prov-ett"), "memberId", member, "lines", List.of(lines));
    }

    private static Map<String, Object> free(String text, String unit, String vat) {
        return Map.of("kind", "FREE", "text", text, "unit", unit, "vat", vat, "account", 3051);
    }

    private Client.Reply add(Object article) {
        return office.post("products", article).expect(201);
    }

    private JsonNode sold(String group, String number) {
        var items = office.get("products?groupId=" + group(group) + "&q=" + number)
                .expect(200)
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private Map<String, Object> article(String group, String number, String price) {
        return Map.of(
                "groupId",
                group(group),
                "number",
                number,
                "names",
                Map.of("sv", "Tröja", "en", "Shirt"),
                "unit",
                "st",
                "price",
                price,
                "vat",
                "STANDARD",
                "account",
                3051);
    }

    private String group(String slug) {
        return product.books()
                .column("prov", "select id from group_node where slug = '" + slug + "'")
                .get(0);
    }

    /** Somebody in a local group whose membership was never billed. */
    private String member() {
        var number = PEOPLE.incrementAndGet();
        office.importMembers("number,group,type,givenName,familyName,born,email\n" + number
                        + ",prov-ett,ar,En,Gång,1985-03-01,gang" + number + "@people.example\n")
                .expect(200);
        return product.books()
                .column("prov", "select id from member where number = " + number)
                .get(0);
    }

    private long count(String table) {
        return product.books().number("prov", "select count(*) from " + table);
    }
}
