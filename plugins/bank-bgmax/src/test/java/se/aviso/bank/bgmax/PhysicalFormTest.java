package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.bank.bgmax.BgMaxFixture.bytes;
import static se.aviso.bank.bgmax.BgMaxFixture.message;
import static se.aviso.bank.bgmax.BgMaxFixture.payment;
import static se.aviso.bank.bgmax.BgMaxFixture.read;
import static se.aviso.bank.bgmax.BgMaxFixture.record;
import static se.aviso.bank.bgmax.BgMaxFixture.whole;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;
import se.aviso.spi.bank.Place;
import se.aviso.testkit.bank.EventLog;

class PhysicalFormTest {
    private static final String[] RECORDS =
            whole(payment(1, 30_000, 2, "1230"), message("Åtta öre"), record("26", 3, "Åsa Ödmårk"));

    @ParameterizedTest
    @CsvSource({"'\r\n',ISO-8859-1", "'\n',ISO-8859-1", "'\r',ISO-8859-1", "'',ISO-8859-1", "'\r\n',UTF-8", "'',UTF-8"})
    void recordsMayEndInAnyWayOrNotAtAll(String lineEnd, Charset charset) {
        assertReads(String.join(lineEnd, RECORDS), charset);
        assertReads(String.join(lineEnd, RECORDS) + lineEnd, charset);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 100})
    void blanksAfterTheLastPositionAreDropped(int excess) {
        assertReads(String.join(" ".repeat(excess) + "\r\n", RECORDS), ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\n\r\n\r\n", "   \r\n          \r\n", "                    "})
    void blankRecordsAndEmptyLinesAtTheEndAreNothing(String end) {
        assertReads(String.join("\r\n", RECORDS) + end, ISO_8859_1);
        assertReads(String.join("", RECORDS) + end, ISO_8859_1);
        assertReads(String.join("", RECORDS) + " ".repeat(160) + end, ISO_8859_1);
    }

    @Test
    void blankRecordsInTheMiddleCountButSayNothing() {
        var log = EventLog.of(new BgMaxFormat(), (RECORDS[0] + " ".repeat(80) + rest()).getBytes(ISO_8859_1));
        assertThat(log.sections().get(0).start().place()).isEqualTo(new Place(3, 160));
        assertThat(log.isAccepted()).isTrue();
    }

    private static String rest() {
        return String.join("", RECORDS).substring(80);
    }

    @Test
    void shortLinesAreFilledUp() {
        assertReads(String.join("\n", RECORDS).replaceAll(" +\n", "\n").stripTrailing(), ISO_8859_1);
    }

    @Test
    void tabsStandForBlanksUpToTheNextColumnOfEight() {
        var tabbed = RECORDS[2].replaceFirst("(?<=^.{12}) {12}", "\t\t");
        assertThat(tabbed).hasSize(70);
        assertReads(String.join("\r\n", RECORDS).replace(RECORDS[2], tabbed), ISO_8859_1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstRecord() {
        assertReads("\ufeff" + String.join("\r\n", RECORDS), UTF_8);
        assertReads("\u00ef\u00bb\u00bf" + String.join("\r\n", RECORDS), ISO_8859_1);
    }

    @Test
    void aMarkedFileIsKnownByItsHead() {
        var head = ("\ufeff" + String.join("\r\n", RECORDS)).getBytes(UTF_8);
        assertThat(new BgMaxFormat().probe(new Head(head, "f"))).isEqualTo(Confidence.SURE);
    }

    @Test
    void charactersOfUtf8ArePositionsWhileOffsetsStayBytes() {
        var records = whole(payment(1, 100, 3, "Ö"), record("26", 3, "å".repeat(35), 38, "€ AB"));
        var log = EventLog.of(new BgMaxFormat(), String.join("", records).getBytes(UTF_8));
        assertThat(log.payments().get(0).payer().orElseThrow().name()).isEqualTo("å".repeat(35) + " € AB");
        var totals = log.sections().get(0).totals().orElseThrow();
        assertThat(totals.place()).isEqualTo(new Place(5, 4 * 80 + 1 + 35 + 2));
    }

    @Test
    void placesNameTheLineAndTheByteOfTheRawFile() {
        var log = read(RECORDS);
        assertThat(log.payments().get(0).place()).isEqualTo(new Place(3, 164));
        assertThat(log.sections().get(0).totals().orElseThrow().place()).isEqualTo(new Place(6, 410));
    }

    @Test
    void somethingOffTheGridAfterALongLineEndsTheReading() {
        var log = EventLog.of(new BgMaxFormat(), bytes(RECORDS[0], RECORDS[1] + "   7"));
        assertThat(log.fatalCodes()).containsExactly("LONG_RECORD");
        assertThat(log.problems().get(0).place()).isEqualTo(new Place(2, 82));
    }

    @Test
    void controlCharactersAreRefused() {
        var records = RECORDS.clone();
        records[3] = message("a\u0000b");
        assertThat(read(records).fatalCodes()).containsExactly("BAD_CHARACTER");
    }

    private static void assertReads(String text, Charset charset) {
        var log = EventLog.of(new BgMaxFormat(), text.getBytes(charset));
        assertThat(log.isAccepted()).as(log.problems().toString()).isTrue();
        var payment = log.payments().get(0);
        assertThat(payment.key()).isEqualTo("000000000001-20-1");
        assertThat(payment.messages()).containsExactly("Åtta öre");
        assertThat(payment.references().get(0).text()).isEqualTo("1230");
        assertThat(payment.payer().orElseThrow().name()).isEqualTo("Åsa Ödmårk");
    }
}
