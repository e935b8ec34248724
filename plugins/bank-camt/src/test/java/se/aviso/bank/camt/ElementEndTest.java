package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementEndTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            <Ntry><Amt Ccy="SEK">1.00</Amt></Ntry>|<Ntry><Amt Ccy="SEK">2.00</Amt></Ntry>
            <n:Ntry ><n:NtryDtls></n:NtryDtls></n:Ntry >|</n:Ntfctn>
            <A><A><A/></A><B/></A>|<C></C>
            <A><!-- </A> --><![CDATA[</A>]]></A>|</A>
            <A/>|<A></A>
            <A><Ab></Ab></A>|<A>
            """)
    void anElementEndsWithItsOwnLastTag(String text) {
        var bar = text.indexOf('|');
        var from = text.replace("|", "");
        assertThat(ElementEnd.of(from.getBytes(ISO_8859_1))).isEqualTo(bar);
        assertThat(ElementEnd.of(from.getBytes(UTF_16LE))).isEqualTo(2 * bar);
    }

    @Test
    void lettersOfTwoBytesCountAsTwo() {
        assertThat(ElementEnd.of("<Nm>Åsa</Nm><Nm>".getBytes(UTF_8))).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"'<A><A></A>'", "'no tag'", "''", "'<'", "'<A'"})
    void whatDoesNotEndHasNoLength(String text) {
        assertThat(ElementEnd.of(text.getBytes(UTF_8))).isZero();
    }
}
