package se.aviso.app.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.RuleViolation;

class MemberCsvTest {
    private static final String HEADER = String.join(",", MemberCsv.HEADER) + "\r\n";

    @Test
    void aRowIsReadByColumn() {
        var row = rows("10001,nacka,vuxen,Eva,\"Ek, af\",1980-02-01,eva@example.org,Ek 1,132 45,Nacka\n")
                .get(0);
        assertThat(row.of("familyName")).isEqualTo("Ek, af");
        assertThat(row.of("city")).isEqualTo("Nacka");
    }

    @Test
    void aRowKnowsTheLineThatItBeginsOn() {
        var rows = rows("1,a,b,\"two\nlines\"\n\n2,a,b,c\n");
        assertThat(rows).extracting(MemberCsv.Row::line).containsExactly(2L, 5L);
    }

    @Test
    void aShortRowHasEmptyColumnsAtTheEnd() {
        assertThat(rows("1,a,b,c").get(0).of("city")).isEmpty();
    }

    @Test
    void rowsComeInChunks() {
        var csv = MemberCsv.open(new StringReader(HEADER + "1\n2\n3\n"));
        assertThat(csv.next(2)).hasSize(2);
        assertThat(csv.next(2)).hasSize(1);
        assertThat(csv.next(2)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(MemberCsv.open(new StringReader("\uFEFF" + HEADER + "1\n")).next(10))
                .hasSize(1);
    }

    @Test
    void aCellWithoutEndIsRefusedWithItsLine() {
        assertFault("csv-cell", () -> rows("1,a,b,Eva\n2,a,b," + "x".repeat(501) + "\n"));
    }

    @Test
    void aListWithoutEndIsRefused() {
        var csv = MemberCsv.open(new StringReader(HEADER + "1\n".repeat(200_001)));
        assertThat(csv.next(200_000)).hasSize(200_000);
        assertFault("csv-long", () -> csv.next(1));
    }

    @Test
    void aListAsSwedishSpreadsheetsSaveItIsRead() {
        var csv = MemberCsv.open(new StringReader("""
                Efternamn;Förnamn;Född;Nummer;Grupp;Typ;Personnummer
                Ek, af;Eva;1980-02-01;10001;Nacka;Vuxen;19800201-2385
                """));
        var row = csv.next(1).get(0);
        assertThat(row.of("familyName")).isEqualTo("Ek, af");
        assertThat(row.of("number")).isEqualTo("10001");
        assertThat(row.of("personalNumber")).isEqualTo("19800201-2385");
        assertThat(row.of("city")).isEmpty();
    }

    @Test
    void aColumnThatStandsTwiceOrThatNobodyKnowsIsRefused() {
        assertFault("csv-header", () -> MemberCsv.open(new StringReader(HEADER.strip() + ",ort\n")));
        assertFault("csv-header", () -> MemberCsv.open(new StringReader(HEADER.strip() + ",shoes\n")));
    }

    @Test
    void anotherHeaderIsRefused() {
        assertFault("csv-header", () -> MemberCsv.open(new StringReader("number;group\n")));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertFault("csv-header", () -> MemberCsv.open(new StringReader("")));
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertFault("csv-malformed", () -> rows("1,\"a\n"));
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertFault("csv-malformed", () -> rows("1,2,3,4,5,6,7,8,9,10,11\n"));
    }

    @Test
    void anotherEncodingIsRefused() {
        var latin = (HEADER + "1,a,b,\u00c5sa\n").getBytes(StandardCharsets.ISO_8859_1);
        var strict = StandardCharsets.UTF_8.newDecoder();
        assertFault(
                "csv-not-utf8",
                () -> MemberCsv.open(new InputStreamReader(new ByteArrayInputStream(latin), strict))
                        .next(10));
    }

    private static List<MemberCsv.Row> rows(String body) {
        return MemberCsv.open(new StringReader(HEADER + body)).next(100);
    }

    private static void assertFault(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation ->
                                assertThat(violation.faults().get(0).code()).isEqualTo(code));
    }
}
