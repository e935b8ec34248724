package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** A bank file that should not have been booked is taken back whole, and its bytes can come again. */
@OnRunningProduct
class UndoBankFileIT {
    private static final String GIRO = "9913310";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final Map<String, String> WHY = Map.of("reason", "Fel fil");

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    UndoBankFileIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void allThatItBookedIsTakenBackAndTheSameBytesAreBookedOnceMore() {
        var settled = people.join("prov-tva", "ar");
        var over = people.join("prov-tva", "ar");
        var payments = new ArrayList<OutgoingPayment>();
        payments.add(BankFiles.paying(settled));
        payments.add(OutgoingPayment.checked("Nils Betalare", over.ocr(), over.ore() + 50_00));
        for (var gift = 0; gift < 1_500; gift++) {
            payments.add(OutgoingPayment.free("Givare", "", 240_000 + gift));
        }
        var bytes = BankFiles.of(GIRO, DAY, payments);
        var file = upload(bytes, 201);
        overpaying
                .post("payments/" + paymentOf(file, over) + "/credits", Map.of())
                .expect(201);
        assertThat(overpaying.kept(over)).isEqualTo("50.00");
        assertThat(membership(settled)).isEqualTo(1);
        var bank = bank();

        var shown = preview(file);
        assertThat(shown.get("possible").asBoolean()).isTrue();
        assertThat(shown.get("payments").asInt()).isEqualTo(1_502);
        assertThat(shown.at("/sums/0/kept").asText()).isEqualTo("50.00");
        assertThat(shown.at("/opened/invoices").asInt()).isEqualTo(2);
        assertThat(shown.at("/opened/periods").asInt()).isEqualTo(2);
        assertThat(numbers(shown)).containsExactlyInAnyOrder(settled.number(), over.number());
        assertThat(undo(file, Map.of("reason", " ")).expect(422).text()).contains("bank-file-undo-reason");

        var done = undo(file, WHY).expect(200).json();
        assertThat(done.get("state").asText()).isEqualTo("UNDONE");
        assertThat(done.at("/undone/reason").asText()).isEqualTo("Fel fil");
        assertThat(undo(file, WHY).expect(200).json()).as("once more").isEqualTo(done);
        assertThat(bank()).isEqualTo(bank - ore(shown.at("/sums/0/amount").asText()));
        assertThat(overpaying.kept(over)).isEqualTo("0.00");
        for (var joined : List.of(settled, over)) {
            assertThat(invoice(joined).get("settlement").asText()).isEqualTo("OPEN");
            assertThat(membership(joined)).isNotEqualTo(1);
        }
        var taken = office.all("payments?bankFileId=" + file);
        assertThat(taken).hasSize(1_502);
        assertThat(taken).allMatch(each -> each.get("undone").equals(each.get("amount")));
        assertThat(office.post("bank-files/" + file + ":book", Map.of()).problem())
                .isEqualTo("bank-file-undone");

        var again = upload(bytes, 201);
        assertThat(again).isNotEqualTo(file);
        assertThat(bank()).isEqualTo(bank);
        assertThat(invoice(settled).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(membership(settled)).isEqualTo(1);
        assertThat(upload(bytes, 200)).isEqualTo(again);
        assertThat(office.get("bank-files/" + file).json().get("state").asText())
                .isEqualTo("UNDONE");
    }

    @Test
    void whatAnotherFormatToldOfIsBookedFromThereAfterwards() {
        var payments = List.of(OutgoingPayment.free("Givare", "två vägar", 251_101));
        var first = upload(BankFiles.of("9912346", DAY, payments), 201);
        var camt = new CamtWriter("9912346")
                .notification("U" + UUID.randomUUID().toString().substring(0, 8), DAY, payments);
        var other = upload(camt, 201);
        assertThat(preview(first).at("/alsoIn/0/bankFileId").asText()).isEqualTo(other);

        undo(first, WHY).expect(200);
        assertThat(office.all("payments?bankFileId=" + other)).isEmpty();
        assertThat(upload(camt, 201)).isEqualTo(other);
        assertThat(office.all("payments?bankFileId=" + other)).hasSize(1);
        undo(other, WHY).expect(200);
        assertThat(office.all("payments?bankFileId=" + upload(camt, 201))).hasSize(1);
    }

    @Test
    void whatHasGoneOnHindersAndIsNamedUntilItIsTakenBack() {
        var joined = people.join("prov-tva", "ar");
        var next = people.join("prov-tva", "ar");
        var used = OutgoingPayment.checked("Nils Betalare", joined.ocr(), joined.ore() + 70_00);
        var file = upload(BankFiles.of(GIRO, DAY, List.of(used, OutgoingPayment.free("Okänd", "åter", 90_00))), 201);
        var payment = paymentOf(file, joined);
        overpaying
                .post("payments/" + payment + "/credits", Map.of("memberId", next.memberId()))
                .expect(201);
        var use = overpaying
                .post("invoices/" + next.invoiceId() + "/credit-uses", Map.of("amount", "70.00"))
                .expect(201)
                .json()
                .at("/creditUses/0/id")
                .asText();
        var waiting = office.all("payments?bankFileId=" + file + "&suspense=true")
                .get(0)
                .get("id")
                .asText();
        var wish = Map.of("amount", "90.00", "accountKind", "BANKGIRO", "account", "991-2346", "payee", "Anna Ek");
        var refund = overpaying
                .post("payments/" + waiting + "/refunds", wish)
                .expect(201)
                .json();

        var hindered = preview(file);
        assertThat(hindered.get("possible").asBoolean()).isFalse();
        assertThat(hindered.at("/hindered/payments").asInt()).isEqualTo(2);
        assertThat(hindered.at("/hindered/first").findValuesAsText("obstacle"))
                .containsExactlyInAnyOrder("BALANCE_USED", "REFUNDED");
        var refused = undo(file, WHY).expect(409);
        assertThat(refused.problem()).isEqualTo("conflict-bank-file-hindered");
        assertThat(refused.text()).contains(payment, waiting, "undo-balance-used", "undo-refunded");

        overpaying
                .post("refunds/" + refund.get("id").asText() + ":cancel", Map.of("reason", "Fel fil"))
                .expect(200);
        office.send(
                        "DELETE",
                        "invoices/" + next.invoiceId() + "/credit-uses/" + use,
                        new byte[0],
                        "Idempotency-Key",
                        Overpaying.key())
                .expect(200);
        assertThat(undo(file, WHY).expect(200).json().get("state").asText()).isEqualTo("UNDONE");
        assertThat(overpaying.kept(next)).isEqualTo("0.00");
    }

    @Test
    void undoneByManyAtOnceItIsUndoneOnce() throws Exception {
        var bytes = BankFiles.of(GIRO, DAY, List.of(BankFiles.paying(people.join("prov-tva", "ar"))));
        var file = upload(bytes, 201);
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> act = () -> undo(file, WHY).status();
            for (var answer : pool.invokeAll(Collections.nCopies(4, act))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(product.books()
                        .number("prov", "select count(*) from bank_file_undoing where bank_file_id = '" + file + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotBookedIsNotUndone() {
        var file = office.upload(
                        "name=trial&rehearsal=true",
                        BankFiles.of(GIRO, DAY, List.of(OutgoingPayment.free("Givare", "", 77_100))))
                .expect(201)
                .json()
                .get("id")
                .asText();
        assertThat(undo(file, WHY).expect(409).problem()).isEqualTo("conflict-bank-file-not-booked");
        assertThat(preview(file).get("possible").asBoolean()).isFalse();
    }

    private String upload(byte[] bytes, int status) {
        return office.upload("name=fel", bytes).expect(status).json().get("id").asText();
    }

    private JsonNode preview(String file) {
        return office.get("bank-files/" + file + "/undo").expect(200).json();
    }

    private Client.Reply undo(String file, Map<String, String> why) {
        return office.post("bank-files/" + file + ":undo", why);
    }

    private String paymentOf(String file, SignUps.Joined joined) {
        return product.books()
                .column(
                        "prov",
                        "select p.id from payment p join allocation a on a.payment_id = p.id where p.bank_file_id = '"
                                + file + "' and a.invoice_id = '" + joined.invoiceId() + "'")
                .get(0);
    }

    private JsonNode invoice(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId()).json();
    }

    private long membership(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select status from membership where id = '" + joined.membershipId() + "'");
    }

    private long bank() {
        return product.books()
                .number(
                        "prov",
                        "select coalesce(sum(case side when 0 then amount else -amount end), 0) from posting "
                                + "where account = 1930");
    }

    private static List<String> numbers(JsonNode shown) {
        return shown.at("/opened/first").findValuesAsText("number");
    }

    private static long ore(String decimal) {
        return Long.parseLong(decimal.replace(".", ""));
    }
}
