package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pagewriter.PageRange;

class PrintedLettersTest {
    private static final DocumentWriter WRITER = new DocumentWriter();
    private static final int MOST_BYTES_A_PAGE = 2_000;

    @Test
    void lettersStandOneBehindTheOtherAndItIsKnownWhere() throws Exception {
        var printed = WRITER.printed(List.of(to("Åsa Öberg", 1), to("Łukasz Wiśniewski", 15), to("Лев Ek", 1)));

        assertThat(printed.pages()).containsExactly(new PageRange(1, 1), new PageRange(2, 3), new PageRange(4, 4));
        try (var whole = Loader.loadPDF(printed.pdf())) {
            assertThat(whole.getNumberOfPages()).isEqualTo(4);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(3);
            assertThat(stripper.getText(whole))
                    .contains("Łukasz Wiśniewski", "Åsa 15:a")
                    .doesNotContain("Åsa Öberg");
        }
    }

    @Test
    void aFurtherLetterCostsLittle() {
        var some = WRITER.printed(letters(20)).pdf().length;
        var more = WRITER.printed(letters(120)).pdf().length;

        assertThat((more - some) / 100.0).isLessThanOrEqualTo(MOST_BYTES_A_PAGE);
    }

    @Test
    void theSameLettersMakeTheSameBytes() {
        assertThat(new DocumentWriter().printed(letters(5)).pdf())
                .isEqualTo(WRITER.printed(letters(5)).pdf());
    }

    private static List<DocumentData> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> to(n % 3 == 0 ? "Małgorzata Brzęczyszczykiewicz " + n : "Åsa Öberg " + n, 1))
                .toList();
    }

    private static DocumentData to(String name, int rows) {
        var welcome = DocumentFixture.welcome(DocumentData.Look.KLASSISK, name);
        var lines = rows == 1
                ? List.of(
                        DocumentFixture.membership("Fjäll & Vidd Östersund"),
                        DocumentData.Line.of("Tidskriften På fjället", "", 1, Money.kronor(240), VatRate.LOW),
                        DocumentData.Line.of("Tröja", "Blå, stor", 1, Money.kronor(425), VatRate.STANDARD))
                : DocumentFixture.licences(rows);
        return DocumentFixture.with(DocumentFixture.document(welcome.form(), lines), welcome.recipient());
    }
}
