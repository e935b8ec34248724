package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import se.aviso.pagewriter.Cause;
import se.aviso.pagewriter.Fallback;
import se.aviso.pagewriter.Report;

/** A stamped page is the page that a layout makes, letter by letter. */
class StampedDocumentsTest {
    private static final long SEED = 20261129;
    private static final int COUNT = Integer.getInteger("aviso.documents", 40);
    private static final int COUNT_OF_SHAPES = Math.min(
            Integer.getInteger("aviso.documents", 36), DocumentShape.all().size());
    private static final float NEAR = 0.25f;

    @Test
    void eachLetterStandsWhereTheLayoutPutsIt() throws IOException {
        var writer = new DocumentWriter();
        var documents = new RandomDocuments(SEED);
        for (var n = 0; n < COUNT; n++) {
            var data = documents.next();
            var stamped = letters(writer.pdf(data));
            var laidOut = letters(writer.laidOut(data));
            var which = "seed " + SEED + ", document " + n + ", " + data.form();

            assertThat(stamped).as(which).hasSameSizeAs(laidOut);
            assertThat(missing(laidOut, stamped)).as(which).isEmpty();
        }
        var stamped =
                writer.reports().values().stream().mapToLong(Report::stamped).sum();
        assertThat(stamped).as("stamped, of %d: %s", COUNT, writer.reports()).isGreaterThan(COUNT * 3 / 4);
        assertThat(writer.reports().values())
                .flatExtracting(report -> report.laidOut().keySet())
                .extracting(Cause::why)
                .isSubsetOf(Fallback.OVERFLOW, Fallback.GLYPH);
    }

    @Test
    void everyShapeIsStamped() {
        var writer = new DocumentWriter();
        var documents = RandomDocuments.ordinary(SEED);
        for (var shape : DocumentShape.all().subList(0, COUNT_OF_SHAPES)) {
            var fit = writer.fit(documents.of(shape));

            assertThat(fit.laidOut()).as(shape.toString()).isEmpty();
            assertThat(fit.pages() > 1).as(shape.toString()).isEqualTo(shape.many());
        }
    }

    @Test
    void aPrintHouseFileHasThePagesOfEach() throws IOException {
        var writer = new DocumentWriter();
        var documents = new RandomDocuments(SEED);
        var pdf = new ByteArrayOutputStream();
        var index = new ByteArrayOutputStream();
        var alone = new ArrayList<Letter>();
        try (var file = writer.printHouseFile(pdf, index, "Letters", DocumentFixture.ISSUED)) {
            for (var n = 0; n < 12; n++) {
                var data = documents.next();
                var pages = file.add(data, new PrintHouseFile.Handling("A" + n, "B", "C5", "1"));
                for (var letter : letters(writer.pdf(data))) {
                    alone.add(letter.onPage(letter.page + pages.first() - 1));
                }
            }
        }

        var together = letters(pdf.toByteArray());
        assertThat(together).hasSameSizeAs(alone);
        assertThat(missing(alone, together)).isEmpty();
        assertThat(index.toString(StandardCharsets.UTF_8))
                .contains("reference;firstPage;lastPage;postage", "A0;1;", ";B;C5;1;", "831 31 Östersund");
    }

    /** A letter and where it stands. */
    private record Letter(int page, String text, float x, float y) {
        boolean isNear(Letter other) {
            return page == other.page
                    && text.equals(other.text)
                    && Math.abs(x - other.x) <= NEAR
                    && Math.abs(y - other.y) <= NEAR;
        }

        Letter onPage(int other) {
            return new Letter(other, text, x, y);
        }
    }

    private static List<Letter> letters(byte[] pdf) throws IOException {
        var letters = new ArrayList<Letter>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (!text.getUnicode().isBlank()) {
                        letters.add(new Letter(getCurrentPageNo(), text.getUnicode(), text.getX(), text.getY()));
                    }
                }
            }.getText(document);
        }
        return letters;
    }

    /** The letters that have none of the same kind near them, each counted once. */
    private static List<Letter> missing(List<Letter> wanted, List<Letter> there) {
        var rest = new HashMap<String, List<Letter>>();
        for (var letter : there) {
            rest.computeIfAbsent(letter.page + letter.text, any -> new ArrayList<>())
                    .add(letter);
        }
        var missing = new ArrayList<Letter>();
        for (var letter : wanted) {
            var alike = rest.getOrDefault(letter.page + letter.text, List.of());
            var near = alike.stream().filter(letter::isNear).findFirst();
            near.ifPresentOrElse(alike::remove, () -> missing.add(letter));
        }
        return missing;
    }
}
