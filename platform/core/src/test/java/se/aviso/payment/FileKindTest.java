package se.aviso.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            %PDF-1.7|PDF
            PK\u0003\u0004\u0014x|ZIP
            \u00d0\u00cf\u0011\u00e0\u00a1|OLD_OFFICE
            \u0089PNG|PICTURE
            \u00ff\u00d8\u00ff\u00e0|PICTURE
            <!DOCTYPE html><html>|WEB_PAGE
            <HTML lang="sv">|WEB_PAGE
            01AUTOGIRO              20260302|AUTOGIRO
            0120260302AUTOGIRO9912346|AUTOGIRO
            <?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03">|PAIN
            #FLAGGA 0|SIE
            :20:STARTUMSE|MT940
            <?xml version="1.0"?><Invoice/>|XML
            \u00ef\u00bb\u00bf<?xml version="1.0"?>|XML
            Datum;Belopp;OCR|OTHER
            """)
    void theFirstBytesTell(String beginning, FileKind kind) {
        assertThat(FileKind.of(beginning.getBytes(ISO_8859_1))).isEqualTo(kind);
    }

    @Test
    void nothingIsEmpty() {
        assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.EMPTY);
    }

    @Test
    void whateverTheBytesThereIsAnAnswer() {
        var random = new Random(1);
        for (var length = 1; length < 4_096; length += 13) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(FileKind.of(bytes).words()).isNotBlank();
        }
    }
}
