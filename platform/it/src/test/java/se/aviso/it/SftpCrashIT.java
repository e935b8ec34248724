package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** The product dies between any two steps of fetching a file: nothing is lost, and nothing is booked twice. */
class SftpCrashIT {
    private static final int PAYMENTS = 20_000;
    private static final String OURS = "9912346";

    @Test
    void aFetchGoesOnWhereItBrokeOff() throws IOException {
        var payments = IntStream.range(0, PAYMENTS)
                .mapToObj(number -> OutgoingPayment.free("", "nummer " + number, 100 + number))
                .toList();
        try (var bank = BankServer.start();
                var product = Product.start()) {
            var operator = product.as("prov", "drift");
            var source = server(operator, bank);
            bank.lay("stor.txt", BankFiles.of(OURS, LocalDate.of(2027, 1, 8), payments));
            bank.allowReading(false);
            bank.allowMoving(false);
            pin(operator, source, bank);

            Waiting.until("the first bytes", () -> bank.reads() > 0);
            product.kill(); // in the middle of the line: nothing is kept
            bank.allowReading(true);
            product.startAgain();

            Waiting.until("the bytes to be kept", () -> count(product, "picked_file") == 1);
            product.kill(); // kept, perhaps half booked, and still at the bank
            product.startAgain();

            Waiting.until(
                    "the refusal to move it", () -> failure(product, source).equals("NOT_CLEARED"));
            assertThat(count(product, "payment")).isEqualTo(PAYMENTS);
            product.kill(); // booked, and still at the bank
            bank.allowMoving(true);
            product.startAgain();

            product.as("prov", "drift")
                    .post("bank-sources/" + source + ":look", "")
                    .expect(202);
            Waiting.until("the archive", () -> Files.exists(bank.archive().resolve("stor.txt")));
            assertThat(bank.out()).isEmptyDirectory();
            assertThat(count(product, "picked_file")).isEqualTo(1);
            assertThat(count(product, "bank_file")).isEqualTo(1);
            assertThat(count(product, "payment")).isEqualTo(PAYMENTS);
            product.books().requireClean();
        }
    }

    private static String server(Client operator, BankServer bank) {
        return operator.post("bank-sources", bank.wish("*.txt"))
                .expect(201)
                .json()
                .at("/source/id")
                .asText();
    }

    private static void pin(Client operator, String source, BankServer bank) {
        var body = Client.bytes(Map.of("fingerprint", bank.fingerprint()));
        operator.send("PUT", "bank-sources/" + source + "/host-key", body, "Content-Type", "application/json")
                .expect(200);
    }

    private static String failure(Product product, String source) {
        return product.as("prov", "drift")
                .get("bank-sources/" + source)
                .expect(200)
                .json()
                .at("/source/failure")
                .asText("");
    }

    private static long count(Product product, String table) {
        return product.books().number("prov", "select count(*) from " + table);
    }
}
