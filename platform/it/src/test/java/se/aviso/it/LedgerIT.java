package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What stands on accounts, and why: down to the bytes that a bank wrote. */
@OnRunningProduct
class LedgerIT {
    private static final String TENANT = "prov";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    LedgerIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void balancesAreTheSumsOfPostingsAsOfAnyDay() {
        overpaying.by(people.join("prov-tva", "ar"), 50_00);
        for (var day : List.of("2027-01-04", "2027-01-08", "2028-01-01")) {
            var balances = balances("asOf=" + day);
            assertThat(balances).isNotEmpty();
            for (var row : balances) {
                assertThat(ore(row.get("balance")))
                        .as(day + " " + row)
                        .isEqualTo(product.books()
                                .number(
                                        TENANT,
                                        "select coalesce(sum(case side when 0 then amount else -amount end), 0) from posting p "
                                                + "join ledger_entry e on e.id = p.entry_id where e.booked_on <= '"
                                                + day
                                                + "' and p.currency = '"
                                                + row.get("currency").asText()
                                                + "' and p.account = " + row.get("account")));
            }
            assertThat(balances.stream()
                            .mapToLong(row -> ore(row.get("balance")))
                            .sum())
                    .isZero();
        }
        assertThat(balances("asOf=2001-01-01")).isEmpty();
        assertThat(office.get("ledger-balances?asof=2027-01-04").expect(400).problem())
                .isEqualTo("parameter-unknown");
    }

    @Test
    void anAccountIsExplainedByMonthsDaysAndWhatWasBooked() {
        var seller = new Tree(office).id("prov-tva");
        overpaying.by(people.join("prov-tva", "ar"), 50_00);
        var of = "ledger-balances/1930/explanation?asOf=2027-01-31&sellerGroupId=" + seller;
        var months = office.get(of).expect(200).json();
        requireExplained(months);
        assertThat(months.get("role").asText()).isEqualTo("BANK");
        assertThat(months.get("balance").asText())
                .isEqualTo(balances("asOf=2027-01-31&sellerGroupId=" + seller).stream()
                        .filter(row -> row.get("account").asInt() == 1930)
                        .findFirst()
                        .orElseThrow()
                        .get("balance")
                        .asText());
        requireExplained(office.get(of + "&month=2027-01").expect(200).json());
        var day = office.get(of + "&day=" + DAY).expect(200).json();
        requireExplained(day);
        assertThat(day.at("/parts/0/kind").asText()).isEqualTo("PAYMENT");
        var entries = office.all("ledger-entries?account=1930&kind=PAYMENT&bookedFrom=" + DAY + "&bookedTo=" + DAY
                + "&sellerGroupId=" + seller);
        assertThat(entries).hasSize(day.at("/parts/0/postings").asInt());
    }

    @Test
    void anAmountIsFoundOnItsAccountAndNoOther() {
        var joined = people.join("prov-tva", "ar");
        overpaying.by(joined, 12_34);
        var amount = BigDecimal.valueOf(joined.ore() + 12_34, 2).toPlainString();
        assertThat(office.all("ledger-entries?account=1930&amount=" + amount)).isNotEmpty();
        assertThat(office.all("ledger-entries?account=1510&amount=" + amount)).isEmpty();
    }

    @Test
    void anInvoicesOpenAmountIsItsEntriesAndTheirCauses() {
        var joined = people.join("prov-tva", "ar");
        overpaying.paid(OutgoingPayment.checked("Nils", joined.ocr(), joined.ore() - 70_00));
        var found = office.get("ledger-explanations/invoices/" + joined.invoiceId())
                .expect(200)
                .json();
        assertThat(found.get("balance").asText()).isEqualTo("70.00");
        requireExplained(found);
        assertThat(found.get("parts")).hasSize(2);
        assertThat(kinds(found.at("/parts/0/causes"))).containsExactly("INVOICE");
        assertThat(kinds(found.at("/parts/1/causes"))).containsExactly("INVOICE", "PAYMENT");
        var entry = office.get("ledger-entries/" + found.at("/parts/1/entryId").asText())
                .expect(200)
                .json();
        assertThat(entry.at("/entry/kind").asText()).isEqualTo("PAYMENT");
        assertThat(kinds(entry.get("causes"))).containsExactly("INVOICE", "PAYMENT");
    }

    @Test
    void whatDoesNotAddUpIsSaidToTheOre() throws Exception {
        var joined = people.join("prov-tva", "ar");
        var path = "ledger-explanations/invoices/" + joined.invoiceId();
        var more = "update settlement set claimed = claimed + %d where invoice_id = '" + joined.invoiceId() + "'";
        product.books().damage(TENANT, more.formatted(1));
        try {
            var found = office.get(path).expect(200).json();
            assertThat(found.get("difference").asText()).isEqualTo("0.01");
            assertThat(found.get("explained").asBoolean()).isFalse();
        } finally {
            product.books().damage(TENANT, more.formatted(-1));
        }
        requireExplained(office.get(path).expect(200).json());
    }

    @Test
    void aCreditBalanceIsItsMovementsAndTheirCauses() {
        var joined = people.join("prov-tva", "ar");
        overpaying
                .post("payments/" + overpaying.by(joined, 90_00) + "/credits", Map.of())
                .expect(201);
        var seller = new Tree(office).id("prov-tva");
        var found = office.get("ledger-explanations/credit-balances/" + joined.memberId() + "/" + seller)
                .expect(200)
                .json();
        assertThat(found.get("balance").asText()).isEqualTo("90.00");
        requireExplained(found);
        assertThat(kinds(found.at("/parts/0/causes"))).containsExactly("CREDIT_BALANCE", "PAYMENT");
    }

    @Test
    void aPaymentIsShownAsTheBankWroteItAndNoOtherWithIt() {
        var one = people.join("prov-tva", "ar");
        var two = people.join("prov-tva", "ar");
        var bytes = BankFiles.of("9913310", DAY, List.of(BankFiles.paying(one), BankFiles.paying(two)));
        var file = office.upload("name=tva.txt", bytes).expect(201).json();
        for (var payment : office.all("payments?bankFileId=" + file.get("id").asText())) {
            var record = office.get("payments/" + payment.get("id").asText() + "/bank-record")
                    .expect(200)
                    .json();
            assertThat(record.get("kept").asText()).isEqualTo("SHOWN");
            var from = record.get("byteOffset").asInt();
            var shown = Base64.getDecoder().decode(record.get("bytes").asText());
            assertThat(shown).hasSize(record.get("length").asInt());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1).substring(from, from + shown.length))
                    .isEqualTo(new String(shown, StandardCharsets.ISO_8859_1))
                    .isEqualTo(record.get("text").asText())
                    .startsWith("20");
            var other = payment.get("references").toString().contains(one.ocr()) ? two : one;
            assertThat(record.get("text").asText()).doesNotContain(other.ocr());
        }
    }

    @Test
    void theBooksAreHadAsFiles() {
        overpaying.by(people.join("prov-tva", "ar"), 50_00);
        var balances = office.get("ledger-balances/export.csv?asOf=2027-01-31", "Accept-Language", "sv")
                .expect(200)
                .text();
        assertThat(balances).contains("Säljare;Konto;Kontots namn", ";1510;Kundfordringar;");
        var entries =
                office.get("ledger-entries/export.csv?account=1930").expect(200).text();
        assertThat(entries.lines().count()).isGreaterThan(2);
        assertThat(entries).contains(";1930;");
        assertThat(office.get("ledger-entries/export.xlsx?account=1930")
                        .expect(200)
                        .bytes())
                .startsWith('P', 'K');
    }

    private List<JsonNode> balances(String query) {
        return StreamSupport.stream(
                        office.get("ledger-balances?" + query)
                                .expect(200)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static void requireExplained(JsonNode found) {
        assertThat(found.get("explained").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.get("difference").asText()).isEqualTo("0.00");
        assertThat(found.get("sum")).isEqualTo(found.get("balance"));
        assertThat(found.get("parts")).isNotEmpty();
    }

    private static List<String> kinds(JsonNode causes) {
        return StreamSupport.stream(causes.spliterator(), false)
                .map(cause -> cause.get("kind").asText())
                .sorted()
                .toList();
    }

    private static long ore(JsonNode amount) {
        return new BigDecimal(amount.asText()).movePointRight(2).longValueExact();
    }
}
