package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** A fee that is left alone once its claim is paid: it stays open, or is written off where the tenant wants it so. */
@OnRunningProduct
class LeftChargesIT extends DunningCase {
    LeftChargesIT(Product product) {
        super(product);
    }

    @AfterEach
    void feesAreAskedForAgain() {
        want(false);
    }

    @Test
    void theFeeStaysOpenUnlessTheTenantWantsItWrittenOff() {
        var joined = late();
        pay(joined);
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(charge(joined)).isEqualTo("45.00");
    }

    @Test
    void theFeeIsWrittenOffWithThePaymentAndAskedForAgainWhenThatIsUndone() {
        want(true);
        var joined = late();
        var payment = pay(joined);
        assertThat(charge(joined)).isEqualTo("0.00");
        assertThat(rows("select by_policy::text from write_off where invoice_id = '"
                        + charges(joined).get(0) + "'"))
                .containsExactly("true");
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        office.send("DELETE", "payments/" + payment + "/allocations/" + allocation, new byte[0], key())
                .expect(200);
        assertThat(charge(joined)).isEqualTo("45.00");
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("OPEN");
    }

    @Test
    void whileTheClaimIsOpenTheFeeIsToo() {
        want(true);
        var joined = late();
        pay(joined, 100_00);
        assertThat(charge(joined)).isEqualTo("45.00");
    }

    private Clubs.Joined late() {
        var place = place();
        agree(place, "60.00");
        set(place, policy("45.00"));
        var joined = join(place);
        remind(place);
        assertThat(charges(joined)).hasSize(1);
        return joined;
    }

    private String charge(Clubs.Joined joined) {
        return office.get("invoices/" + charges(joined).get(0))
                .expect(200)
                .json()
                .get("open")
                .asText();
    }

    private String pay(Clubs.Joined joined) {
        return pay(joined, 300_00);
    }

    private String pay(Clubs.Joined joined, long ore) {
        var giro = rows("select giro from ocr_reference where invoice_id = '" + joined.invoice() + "'")
                .get(0)
                .replaceAll("[^0-9]", "");
        var payment = OutgoingPayment.checked("Sen", invoice(joined).get("ocr").asText(), ore);
        var bytes = BankFiles.of(giro, LocalDate.of(2027, 1, 8), List.of(payment));
        var file = office.upload("name=sen.txt", bytes).expect(201).json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private void want(boolean writtenOff) {
        var tag = office.get("payment-settings").expect(200).header("ETag");
        var body = Client.bytes(Map.of("tolerance", "0.00", "chargesWrittenOff", writtenOff));
        office.send("PUT", "payment-settings", body, "Content-Type", "application/json", "If-Match", tag)
                .expect(200);
    }
}
