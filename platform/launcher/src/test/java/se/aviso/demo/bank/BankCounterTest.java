package se.aviso.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo's bank takes a payment by its form and hands out the bank's file. */
class BankCounterTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Europe/Stockholm"));

    private final BankCounter bank = open();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void thePageStandsWithTodayFilledIn() throws Exception {
        var page = send(HttpRequest.newBuilder(URI.create(bank.address())).build());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"2026-11-23\"").doesNotContain("{");
    }

    @Test
    void aPaymentComesAsTheBanksFile() throws Exception {
        var file = pay("bankgiro=991-9879&ocr=000000352427&amount=1+250%2C50+kr&name=Vera+%C3%85berg&day=2028-03-21");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.disposition()).isEqualTo("attachment; filename=\"bank-000000352427.txt\"");
        assertThat(file.body().lines())
                .anyMatch(line -> line.startsWith("050009919879"))
                .anyMatch(line ->
                        line.startsWith("15") && line.contains("20280321") && line.contains("000000000000125050SEK"))
                .anyMatch(line -> line.startsWith("20") && line.contains("000000352427"))
                .anyMatch(line -> line.startsWith("26Vera \u00c5berg"));
    }

    @Test
    void whatCannotBePaidIsSaidAndNothingWrittenIsLost() throws Exception {
        var page = pay("bankgiro=12&ocr=352427&amount=420&name=%3Cscript%3E&day=2028-03-21");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Bankgirot har")
                .contains("&lt;script>")
                .doesNotContain("<script>");
        assertThat(pay("bankgiro=9919879&ocr=352427&amount=0&day=2028-03-21").body())
                .contains("Beloppet");
        assertThat(pay("bankgiro=9919879&ocr=x&amount=420&day=2028-03-21").body())
                .contains("OCR-numret har");
        assertThat(pay("bankgiro=9919879&ocr=352427&amount=420&day=").body()).contains("Betaldagen");
    }

    /** What the bank answered; a file in its own character set. */
    private record Answer(int status, String disposition, String body) {}

    private Answer pay(String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(bank.address()))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        var headers = answer.headers();
        var isFile = headers.firstValue("Content-Type").orElse("").endsWith("8859-1");
        var text = new String(answer.body(), isFile ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return new Answer(
                answer.statusCode(), headers.firstValue("Content-Disposition").orElse(""), text);
    }

    private static BankCounter open() {
        try {
            return BankCounter.open(0, CLOCK);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
