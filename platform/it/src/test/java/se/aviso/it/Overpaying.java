package se.aviso.it;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.aviso.demo.bank.OutgoingPayment;

/** Money of which too much comes, and what is kept of it. */
final class Overpaying {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Client office;

    Overpaying(Client office) {
        this.office = office;
    }

    /** The payment by which somebody pays so much more than the invoice. */
    String by(SignUps.Joined joined, long more) {
        return paid(OutgoingPayment.checked("Nils Betalare", joined.ocr(), joined.ore() + more));
    }

    /** The payment, as a file brings it. */
    String paid(OutgoingPayment payment) {
        var file = office.upload("name=for-mycket.txt", BankFiles.of("9913310", DAY, List.of(payment)))
                .expect(201)
                .json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    /** What is kept for the member. */
    String kept(SignUps.Joined joined) {
        return office.all("credit-balances?memberId=" + joined.memberId()).stream()
                .map(each -> each.get("amount").asText())
                .findFirst()
                .orElse("0.00");
    }

    /** Posts with a key of its own. */
    Client.Reply post(String path, Object body) {
        return office.post(path, body, "Idempotency-Key", key());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
