package se.aviso.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedPrintableTest {
    private static final int RANDOM_TEXTS = 300;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hej|hej",
                "a=b|a=3Db",
                "Åsa|=C3=85sa",
                " x | x=20",
                "tab\t|tab=09",
                "~|~",
                "\u007f|=7F",
                "\u20ac|=E2=82=AC"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void lettersStandAsTheyAreWhereTheyCan(String text, String encoded) {
        assertThat(written(text)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({"'a\nb\n', 'a\r\nb\r\n'", "'a\r\nb', 'a\r\nb'", "'a \n b', 'a=20\r\n b'", "'a\rb', 'a=0Db'", "'', ''"})
    void linesEndAsThoseOfMailsDo(String text, String encoded) {
        assertThat(written(text)).isEqualTo(encoded);
    }

    static Stream<String> texts() {
        var chance = new Random(7);
        var letters = "aå=. \n\t\u20ac€😀~";
        var random = IntStream.range(0, RANDOM_TEXTS)
                .mapToObj(length -> chance.ints(length, 0, letters.codePointCount(0, letters.length()))
                        .map(place -> letters.codePointAt(letters.offsetByCodePoints(0, place)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Stream.concat(
                IntStream.range(70, 80).mapToObj(length -> "x".repeat(length)),
                Stream.concat(IntStream.range(70, 80).mapToObj(length -> "x".repeat(length) + "ö"), random));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatTheLibraryReadsIsTheText(String text) throws Exception {
        var encoded = QuotedPrintable.encode(text);

        assertThat(read(encoded)).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(new String(encoded, StandardCharsets.US_ASCII).split("\r\n", -1))
                .allMatch(line -> line.length() <= 76 && !line.endsWith(" ") && !line.endsWith("\t"));
    }

    private static String written(String text) {
        return new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
    }

    private static String read(byte[] encoded) throws MessagingException, IOException {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
