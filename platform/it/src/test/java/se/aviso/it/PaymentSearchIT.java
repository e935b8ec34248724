package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** Payments are found by any combination of criteria: all of them hold at once, and each alone can leave nothing. */
@OnRunningProduct
class PaymentSearchIT {
    private static final String GIRO = "9912346";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 7);

    private final Product product;
    private final Client office;
    private final SignUps people;

    PaymentSearchIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @Test
    void everyCriterionHoldsTogetherWithAllOthers() {
        var joined = people.join("prov-ett", "ar");
        var file = book(OutgoingPayment.checked("Ragnvald Sökström", joined.ocr(), joined.ore()));
        var right = criteria(file, joined);
        assertThat(found(right)).hasSize(1);
        var wrong = Map.ofEntries(
                Map.entry("q", "ingensomhetersa"),
                Map.entry("reference", "1000000008"),
                Map.entry("suspense", "true"),
                Map.entry("reason", "OVERPAID"),
                Map.entry("bookedFrom", "2027-01-08"),
                Map.entry("bookedTo", "2027-01-06"),
                Map.entry("amountFrom", kronor(joined.ore() + 1)),
                Map.entry("amountTo", kronor(joined.ore() - 1)),
                Map.entry("bankFileId", UUID.randomUUID().toString()),
                Map.entry("groupId", group("prov-ett")),
                Map.entry("invoiceId", UUID.randomUUID().toString()));
        assertThat(wrong.keySet()).isEqualTo(right.keySet());
        wrong.forEach((name, value) -> {
            var one = new LinkedHashMap<>(right);
            one.put(name, value);
            assertThat(found(one)).as(name + "=" + value).isEmpty();
        });
    }

    @Test
    void aPaymentIsFoundByWhatItsPayerWroteAndByItsAmountAlone() {
        var file = book(
                OutgoingPayment.free("Tyra Ordrik", "gröna mössor", 123_457).saying("Två stycken i storlek XL"));
        var only = Map.of("bankFileId", file);
        for (var text : List.of("tyra", "ORDRIK gron", "mossor storlek", "xl")) {
            assertThat(found(with(only, "q", text))).as(text).hasSize(1);
        }
        assertThat(found(with(only, "q", "tyra hattar"))).isEmpty();
        assertThat(found(with(only, "amount", "1234,57"))).hasSize(1);
        assertThat(found(with(only, "amount", "1234,58"))).isEmpty();
        assertThat(found(with(only, "account", "SE0000000000000000000000"))).isEmpty();
    }

    @Test
    void aReferenceIsFoundWithAndWithoutItsLeadingZeros() {
        var joined = people.join("prov-ett", "ar");
        var bare = joined.ocr().replaceFirst("^0+", "");
        assertThat(bare).isNotEqualTo(joined.ocr());
        for (var told : List.of(joined.ocr(), bare)) {
            var file = book(OutgoingPayment.checked("Tora Nolla", told, joined.ore()));
            assertThat(found(Map.of("bankFileId", file, "reference", bare)))
                    .as(told)
                    .hasSize(1);
            assertThat(found(Map.of("bankFileId", file, "reference", joined.ocr())))
                    .as(told)
                    .hasSize(1);
        }
    }

    @Test
    void oldPaymentsAreFoundBehindManyNewerOnes() {
        var old = book(OutgoingPayment.free("Gammal Betalning", "", 77_001));
        book(new CamtWriter(GIRO)
                .notification("PS" + UUID.randomUUID().toString().substring(0, 8), DAY, many(10_500)));
        assertThat(found(Map.of("q", "gammal betalning", "bankFileId", old))).hasSize(1);
        assertThat(found(Map.of("q", "gammal", "amount", "770,01", "bookedTo", "2027-01-07")))
                .isNotEmpty();
        assertThat(found(Map.of("q", "gammal betalning"))).isNotEmpty();
        assertThat(found(Map.of("q", "gammal betalning", "bookedTo", "2027-01-07")))
                .isNotEmpty();
    }

    private static List<OutgoingPayment> many(int payments) {
        return IntStream.range(0, payments)
                .mapToObj(at -> OutgoingPayment.free("Ny Betalare", "", 100_000_000L + at))
                .toList();
    }

    private Map<String, String> criteria(String file, SignUps.Joined joined) {
        var criteria = new LinkedHashMap<String, String>();
        criteria.put("q", "ragnvald sok");
        criteria.put("reference", joined.ocr());
        criteria.put("suspense", "false");
        criteria.put("reason", "NONE");
        criteria.put("bookedFrom", "2027-01-07");
        criteria.put("bookedTo", "2027-01-07");
        criteria.put("amountFrom", kronor(joined.ore()));
        criteria.put("amountTo", kronor(joined.ore()));
        criteria.put("bankFileId", file);
        criteria.put("groupId", group("prov-forbund"));
        criteria.put(
                "invoiceId",
                office.get("invoices?ocr=" + joined.ocr())
                        .json()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asText());
        return criteria;
    }

    private static Map<String, String> with(Map<String, String> criteria, String name, String value) {
        var all = new LinkedHashMap<>(criteria);
        all.put(name, value);
        return all;
    }

    private List<String> found(Map<String, String> criteria) {
        var query = criteria.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return office.all("payments?" + query).stream()
                .map(found -> found.get("id").asText())
                .toList();
    }

    private String book(OutgoingPayment payment) {
        return book(BankFiles.of(GIRO, DAY, List.of(payment))).get("id").asText();
    }

    private JsonNode book(byte[] bytes) {
        var file = office.upload("name=search", bytes).expect(201).json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        return file;
    }

    private static String kronor(long ore) {
        return ore / 100 + "." + String.format(Locale.ROOT, "%02d", ore % 100);
    }

    private String group(String slug) {
        return product.books()
                .column("prov", "select id from group_node where slug = '" + slug + "'")
                .get(0);
    }
}
