package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.FileStart;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.testkit.bank.EventLog;
import se.aviso.testkit.bank.FileEvent;

class SharedSamplesTest {
    @ParameterizedTest
    @CsvSource({SharedSamples.OLD + ",3083.05,E70,M7", SharedSamples.NEW + ",2607.20,E80,M8"})
    void bothEntriesAreOneSectionOfTwelvePayments(String name, String sum, String entry, String message) {
        var log = read(name);
        assertThat(log.problems()).isEmpty();
        assertThat(log.events())
                .contains(new FileEvent.FileOpened(new FileStart(message + " 2026-11-20T06:00:00+01:00", false)));
        var section = log.sections().get(0);
        assertThat(section.start().accounts().toString()).isEqualTo("[991-2346, SE45 5000 0000 0583 9825 7466]");
        assertThat(section.totals().orElseThrow().bookedOn()).hasToString("2026-11-20");
        assertThat(section.net().toDecimal()).isEqualTo(sum);
        assertThat(section.payments().get(0).key()).startsWith(entry + "/BG000").endsWith("/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {SharedSamples.OLD, SharedSamples.NEW})
    void theShapesAreWhatIsKnownOfThem(String name) {
        var payments = read(name).payments();
        assertThat(payments.subList(0, 6))
                .allMatch(payment -> kinds(payment).equals(List.of(PaymentReference.Kind.CHECKED)));
        assertThat(payments.get(6).references()).hasSize(2);
        assertThat(parts(payments.get(6))).isEqualTo(payments.get(6).amount());
        assertThat(texts(payments.get(7)).get(0)).startsWith("Medlemsavgift ").endsWith(" tack!");
        assertThat(payments.get(7).messages()).isEqualTo(texts(payments.get(7)));
        assertThat(payments.get(8).references()).isEmpty();
        assertThat(texts(payments.get(9))).containsExactly("RF18539007547034");
        assertThat(payments.get(10).references()).isEqualTo(payments.get(11).references());
        assertThat(payments.get(10).amount()).isEqualTo(payments.get(11).amount());
    }

    @Test
    void payersKeepTheLettersOfTheirNames() {
        assertThat(read(SharedSamples.NEW).payments().subList(0, 6))
                .extracting(payment -> payment.payer().orElseThrow().name())
                .containsExactly(
                        "Åsa Öberg",
                        "Jörgen Ångström",
                        "Zoë & Co <AB>",
                        "Łukasz Đorđević",
                        "Anna-Karin d'Arc",
                        "Nils Holgersson");
    }

    @ParameterizedTest
    @ValueSource(strings = {SharedSamples.OLD, SharedSamples.NEW})
    void placesAreTheBytesOfTheDetails(String name) {
        var text = new String(SharedSamples.bytes(name), UTF_8);
        var at = 0;
        for (var payment : read(name).payments()) {
            at = text.indexOf("<TxDtls>", at + 1);
            assertThat(payment.place().byteOffset())
                    .isEqualTo(text.substring(0, at).getBytes(UTF_8).length);
            assertThat(payment.place().record()).isEqualTo(text.substring(0, at).split("<Ntry>", -1).length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SharedSamples.OLD, SharedSamples.NEW})
    void withOneAmountChangedTheTotalsDisagree(String name) {
        var text = new String(SharedSamples.bytes(name), UTF_8);
        var damaged = text.replace(">250.00<", ">250.01<");
        var log = EventLog.of(new Camt054Format(), damaged.getBytes(UTF_8));
        assertThat(log.fatalCodes()).containsExactly("ENTRY_SUM");
        assertThat(log.problems().get(0).place().record()).isEqualTo(2);
        assertThat(log.problems().get(0).place().byteOffset())
                .isEqualTo(text.substring(0, text.lastIndexOf("<Ntry>")).getBytes(UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {SharedSamples.OLD, SharedSamples.NEW})
    void withoutItsLastTagTheFileIsNotWhole(String name) {
        var text = new String(SharedSamples.bytes(name), UTF_8);
        var bytes = text.substring(0, text.lastIndexOf("</Document>")).getBytes(UTF_8);
        var log = EventLog.of(new Camt054Format(), bytes);
        assertThat(log.isClosed()).isFalse();
        assertThat(log.fatalCodes()).containsExactly("TRUNCATED");
        assertThat(log.problems().get(0).place().byteOffset()).isEqualTo(bytes.length);
    }

    private static List<PaymentReference.Kind> kinds(BankPayment payment) {
        return payment.references().stream().map(PaymentReference::kind).toList();
    }

    private static List<String> texts(BankPayment payment) {
        return payment.references().stream().map(PaymentReference::text).toList();
    }

    private static Money parts(BankPayment payment) {
        return payment.references().stream()
                .map(PaymentReference::part)
                .flatMap(Optional::stream)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static EventLog read(String name) {
        return EventLog.of(new Camt054Format(), SharedSamples.bytes(name));
    }
}
