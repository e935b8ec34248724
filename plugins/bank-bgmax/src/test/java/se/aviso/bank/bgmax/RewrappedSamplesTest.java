package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.BankPayment;
import se.aviso.testkit.bank.EventLog;

class RewrappedSamplesTest {
    private static final Pattern LINE_END = Pattern.compile("\r\n");

    @ParameterizedTest
    @ValueSource(strings = {"exempelfil_3.txt", "exempelfil_4.txt"})
    void rewrappedExamplesHoldTheSamePayments(String name) {
        var padded = LINE_END.splitAsStream(text(name))
                .map(RewrappedSamplesTest::padded)
                .toList();
        var unterminated = String.join("", padded);
        assertThat(readings(read(unterminated.getBytes(ISO_8859_1)))).isEqualTo(readings(read(name)));
        assertSameWhen(name, text -> unterminated + " ".repeat(7));
        assertSameWhen(name, text -> text.replace("\r\n", "\n"));
        assertSameWhen(name, text -> text.replace("\r\n", "\r"));
        assertSameWhen(name, text -> text.replaceAll(" +\r\n", "\r\n"));
        assertSameWhen(name, text -> text.replace("\r\n", "        \r\n"));
        assertSameWhen(name, String::stripTrailing);
    }

    private static void assertSameWhen(String name, UnaryOperator<String> rewrapped) {
        var text = rewrapped.apply(text(name));
        var expected = readings(read(name));
        assertThat(readings(read(text.getBytes(ISO_8859_1)))).isEqualTo(expected);
        assertThat(readings(read(text.getBytes(UTF_8)))).isEqualTo(expected);
        assertThat(readings(read(("\ufeff" + text).getBytes(UTF_8)))).isEqualTo(expected);
    }

    /** Everything but the places, which move when a file is wrapped anew. */
    private static List<Object> readings(EventLog log) {
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        return log.sections().stream()
                .map(section -> List.<Object>of(
                        section.start().accounts(),
                        section.payments().stream()
                                .map(RewrappedSamplesTest::withoutPlace)
                                .toList(),
                        section.deductions().stream()
                                .map(RewrappedSamplesTest::withoutPlace)
                                .toList(),
                        section.totals().orElseThrow().bankReference()))
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> withoutPlace(BankPayment read) {
        return List.of(read.key(), read.amount(), read.references(), read.messages(), read.payer());
    }

    private static String padded(String line) {
        var text = new StringBuilder();
        line.chars().forEach(c -> text.append(c == '\t' ? " ".repeat(8 - text.length() % 8) : Character.toString(c)));
        return text + " ".repeat(80 - text.length());
    }

    private static String text(String name) {
        return new String(SharedSamples.bytes(name), ISO_8859_1);
    }

    private static EventLog read(String name) {
        return read(SharedSamples.bytes(name));
    }

    private static EventLog read(byte[] bytes) {
        return EventLog.of(new BgMaxFormat(), bytes);
    }
}
