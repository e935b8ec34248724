package se.aviso.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of the Norwegian OCR giro is booked in kroner, on the account of the group that has its IBAN, and once. */
@OnRunningProduct
class OcrGiroIT {
    private static final String ACCOUNT = "15032080119";
    private static final String IBAN = "NO5015032080119";

    private final Product product;
    private final Client office;

    OcrGiroIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void whatWasPaidInNorwayIsBookedInItsCurrencyAndOnce() {
        club();
        var bytes = file(amount(1, 30_000, "1230"), amount(2, 42_050, ""), text(2, "gave frå Åse"));
        var first = office.upload("name=ocr.txt", bytes).expect(201).json();
        assertThat(first.get("state").asText()).as(first.toString()).isEqualTo("BOOKED");
        assertThat(first.get("format").asText()).isEqualTo("OCRGIRO");
        assertThat(first.get("newPayments").asInt()).isEqualTo(2);
        assertThat(office.all("payments?bankFileId=" + first.get("id").asText()))
                .allMatch(payment -> payment.get("currency").asText().equals("NOK"))
                .extracting(payment -> payment.get("amount").asText())
                .containsExactlyInAnyOrder("300.00", "420.50");
        assertThat(office.upload("name=again.txt", bytes)
                        .expect(200)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("KNOWN");

        var cut = office.upload("name=cut.txt", Arrays.copyOf(bytes, bytes.length / 2))
                .expect(201);
        assertThat(cut.text()).contains("QUARANTINED", "TRUNCATED");
    }

    private void club() {
        var federation =
                office.get("groups").expect(200).json().at("/items/0/id").asText();
        var body = Map.of(
                "name",
                "Norska sektionen",
                "kind",
                "LOCAL",
                "parentId",
                federation,
                "billingIdentity",
                Map.of("bankgiro", "9917790", "iban", IBAN));
        office.post("groups", body).expect(201);
    }

    private static byte[] file(String... inside) {
        var amounts = Arrays.stream(inside).filter(it -> it.startsWith("30", 6)).toList();
        var sum = amounts.stream()
                .mapToLong(it -> Long.parseLong(it.substring(32, 49)))
                .sum();
        var records =
                new ArrayList<>(List.of("NY000010000080800170031000102030", "NY0900200010085850000001" + ACCOUNT));
        records.addAll(List.of(inside));
        records.add("NY090088" + totals(amounts.size(), inside.length + 2, sum));
        records.add("NY000089" + totals(amounts.size(), inside.length + 4, sum));
        return (String.join("\r\n", records) + "\r\n").getBytes(ISO_8859_1);
    }

    private static String totals(int amounts, int records, long ore) {
        return String.format(Locale.ROOT, "%08d%08d%017d070127", amounts, records, ore);
    }

    private static String amount(int number, long ore, String kid) {
        return String.format(Locale.ROOT, "NY091030%07d07012714079%05d0%017d%25s", number, number, ore, kid);
    }

    private static String text(int number, String words) {
        return String.format(Locale.ROOT, "NY092032%07d%s", number, words);
    }
}
