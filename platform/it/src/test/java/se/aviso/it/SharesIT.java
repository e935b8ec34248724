package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What members pay is shared among the levels: told on the lines, owed when it is paid, owed back when it is not. */
@OnRunningProduct
class SharesIT {
    private static final String TENANT = "prov";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final Product product;
    private final Client office;
    private final SignUps people;

    SharesIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void sharesAreExplainedOwedWhenPaidPaidOutAndClawedBack() {
        var type = type("ONE_LINE", "WHOLE");
        var joined = people.join("prov-tva", type);
        assertThat(joined.ore()).isEqualTo(400_00);
        var lines = office.get("invoices/" + joined.invoiceId()).json().get("lines");
        assertThat(lines).hasSize(2);
        assertThat(rules(lines.get(0))).containsExactly("PRICE", "PRICE", "PRICE", "OWED_TO", "SOLD_BY");
        assertThat(lines.get(0).at("/why/0/from").asText()).isEqualTo("2026-01-01");
        assertThat(lines.get(0).at("/shares/0/amount").asText()).isEqualTo("150.00");
        assertThat(lines.get(1).get("kind").asText()).isEqualTo("ENTRY_FEE");

        var before = ore(owed());
        var payment = paid(joined);
        assertThat(ore(owed()) - before).isEqualTo(150_00);

        var seller = new Tree(office).id("prov-tva");
        var key = UUID.randomUUID().toString();
        var made = office.post("group-shares/payouts", Map.of("sellerGroupId", seller), "Idempotency-Key", key)
                .expect(201)
                .json();
        assertThat(made.get("items")).hasSize(1);
        assertThat(office.post("group-shares/payouts", Map.of("sellerGroupId", seller), "Idempotency-Key", key)
                        .expect(201)
                        .json())
                .isEqualTo(made);
        assertThat(owed()).isEqualTo("0.00");
        assertThat(office.post(
                                "group-shares/payouts:pay",
                                Map.of("sellerGroupId", seller),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .expect(200)
                        .json()
                        .get("paid")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.get("group-shares/payouts.csv").expect(200).text()).contains("Riksförbundet Prov");

        takeBack(payment);
        assertThat(owed()).isEqualTo("-150.00");
    }

    @Test
    void whatIsWrittenOffMakesNobodysShareOfWhatWasPaidLarger() {
        var joined = people.join("prov-tva", type("ONE_LINE", "WHOLE"));
        var before = ore(owed());
        var payment = paid(joined, joined.ore() / 4);
        var earned = ore(owed()) - before;
        assertThat(earned).isEqualTo(37_50);
        var invoice = "invoices/" + joined.invoiceId();
        office.post(
                        invoice + ":write-off",
                        Map.of("reason", "Har inte råd"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
        assertThat(ore(owed()) - before).isEqualTo(earned);
        assertThat(product.books()
                        .number(
                                TENANT,
                                "select sum(case side when 0 then amount else -amount end) from posting "
                                        + "where account = 2895 and invoice_id = '" + joined.invoiceId() + "'"))
                .as("what others do not get is no loss of the seller's")
                .isZero();
        takeBack(payment);
        assertThat(ore(owed())).isEqualTo(before);
    }

    @Test
    void aSignUpOfAPaidYearCostsTheMonthsThatAreLeft() {
        var type = type("NONE", "BY_MONTH");
        var price = Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", "120.00", "occasion", "RENEWAL");
        office.post("price-lists/" + id(type) + "/prices", price).expect(201);
        office.post("price-lists/" + id(type) + "/prices", price).expect(422);
        assertThat(people.join("prov-tva", type).ore()).isEqualTo(250_00);
    }

    @Test
    void aFamilyGetsOneInvoiceWithACapAndAnHonoraryMemberNone() {
        var type = type("OWN_LINES", "WHOLE");
        var family = List.of(member(type), member(type), member(type));
        var body = Map.of("payerId", family.get(0), "memberIds", family);
        office.send(
                        "PUT",
                        "members/" + family.get(0) + "/family",
                        json(body),
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/json")
                .expect(200);
        var honoured = member(type);
        var honour = Map.of("kind", "HONORARY", "reason", "Hedersmedlem 2019", "firstDay", "2026-01-01");
        office.post("memberships/" + membership(honoured) + "/concessions", honour)
                .expect(201);
        var half = Map.of("kind", "PERCENT", "percent", 101, "reason", "x", "firstDay", "2026-01-01");
        office.post("memberships/" + membership(honoured) + "/concessions", half)
                .expect(422);

        var run =
                Map.of("kind", "SELECTION", "businessDate", DAY.toString(), "groupId", new Tree(office).id("prov-ett"));
        office.finish(office.post(
                        "invoice-runs",
                        run,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(202)
                .json()
                .get("id")
                .asText());

        var invoices = office.all("invoices?memberId=" + family.get(0));
        assertThat(invoices).hasSize(1);
        assertThat(invoices.get(0).get("total").asText()).isEqualTo("750.00");
        assertThat(office.all("invoices?memberId=" + family.get(1)))
                .as("who is billed with others is found by what they are billed with")
                .isEqualTo(invoices);
        var free = office.all("invoices?memberId=" + honoured).get(0);
        assertThat(free.get("total").asText()).isEqualTo("0.00");
        var whole = office.get("invoices/" + free.get("id").asText()).json();
        assertThat(whole.get("deliveries")).isEmpty();
        assertThat(rules(whole.at("/lines/0"))).containsExactly("FREE", "SOLD_BY");
        assertThat(number("select status from membership where member_id = '" + honoured + "'"))
                .isEqualTo(1);
    }

    /**
     * A type of 250 kronor, or with shares of 200 and 150, and in each case 50 to begin with; a family pays 600 at
     * most.
     */
    private String type(String shares, String late) {
        var slug = "delad-" + UUID.randomUUID().toString().substring(0, 8);
        var prices = new ArrayList<Map<String, Object>>();
        prices.add(NewType.price("OWN", shares.equals("NONE") ? "250.00" : "200.00"));
        if (!shares.equals("NONE")) {
            prices.add(NewType.price("FEDERATION", "150.00"));
            prices.add(NewType.price("DISTRICT", "0.00"));
            prices.add(NewType.price("ENTRY", "50.00"));
        }
        prices.add(NewType.price("FAMILY_CAP", "600.00"));
        NewType.add(office, NewType.of(slug, prices, Map.of("shares", shares, "lateSignUp", late)));
        return slug;
    }

    private String id(String slug) {
        return product.books()
                .column(TENANT, "select id::text from membership_type where slug = '" + slug + "'")
                .get(0);
    }

    private String member(String type) {
        var membership = Map.of("groupId", new Tree(office).id("prov-ett"), "typeId", id(type));
        var person = Map.of(
                "givenName", "Sam",
                "familyName", "Familj",
                "born", "1980-05-17",
                "email", UUID.randomUUID() + "@people.example",
                "channel", "EMAIL",
                "memberships", List.of(membership));
        return office.post("members", person).expect(201).json().get("id").asText();
    }

    private String membership(String member) {
        return product.books()
                .column(TENANT, "select id::text from membership where member_id = '" + member + "'")
                .get(0);
    }

    private long number(String query) {
        return product.books().number(TENANT, query);
    }

    private String paid(SignUps.Joined joined) {
        return paid(joined, joined.ore());
    }

    private String paid(SignUps.Joined joined, long ore) {
        var paying = OutgoingPayment.checked("Betalare", joined.ocr(), ore);
        var file = office.upload("name=andel.txt", BankFiles.of("9913310", DAY, List.of(paying)))
                .expect(201)
                .json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private void takeBack(String payment) {
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        var path = "payments/" + payment + "/allocations/" + allocation;
        office.send(
                        "DELETE",
                        path,
                        new byte[0],
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
    }

    /** What the local group owes the federation and has not put on a payout. */
    private String owed() {
        var items = office.get("group-shares/balances").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.at("/seller/name").asText().equals("Prov Förening Två")
                        && each.at("/group/name").asText().equals("Riksförbundet Prov"))
                .map(each -> each.get("owed").asText())
                .findFirst()
                .orElse("0.00");
    }

    private static long ore(String decimal) {
        return Long.parseLong(decimal.replace(".", ""));
    }

    private static List<String> rules(JsonNode line) {
        return StreamSupport.stream(line.get("why").spliterator(), false)
                .map(why -> why.get("rule").asText())
                .toList();
    }

    private static byte[] json(Object body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }
}
