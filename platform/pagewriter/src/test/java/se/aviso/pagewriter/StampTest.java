package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {
    private static final PressRoom ROOM = PressRoom.with(List.of(face()));
    private static final String CSS = "@page { size: A4; margin: 20mm } body { font-family: Test; font-size: 10pt }"
            + " div { width: 40mm } .loud { text-transform: uppercase } .line { text-decoration: underline }"
            + " table.free { width: 80mm } td { padding: 0 }";

    @Test
    void aTextOnALineOfItsOwnIsStamped() {
        var template = template("<div>{{name}}</div>");

        assertThat(text(template.write(content("Åsa Öberg")))).contains("Åsa Öberg");
        assertThat(template.report()).isEqualTo(new Report(1, Map.of()));
    }

    @Test
    void wordsAroundATextMoveWithIt() {
        var template = template("<div style=\"text-align: right\">({{name}}) kr</div>");

        assertThat(text(template.write(content("355,00")))).contains("(355,00) kr");
        assertThat(template.report().stamped()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "<div>{{name}}</div>, A very long name that has no room on its line, OVERFLOW",
        "<div>{{name}}</div>, Лев, GLYPH",
        "<div>{{name}}</div>, a  b, SPACES",
        "<div>Words enough to break the line before {{name}}</div>, A, PARAGRAPH",
        "<div class=\"loud\">{{name}}</div>, A, STYLE",
        "<div class=\"line\">{{name}}</div>, A, STYLE",
        "<table class=\"free\"><tr><td>{{name}}</td><td>Word</td></tr></table>, A, MOVING"
    })
    void whatCannotBeStampedIsLaidOut(String body, String name, Fallback why) {
        var template = template(body);

        assertThat(template.write(content(name))).isEqualTo(template.render(content(name)));
        assertThat(template.report().stamped()).isZero();
        assertThat(template.report().laidOut().keySet()).extracting(Cause::why).containsExactly(why);
    }

    @Test
    void lettersOfPolandAndSapmiAreStamped() {
        var template = template("<div>{{name}}</div>");

        assertThat(text(template.write(content("Áŋŋel Łoś")))).contains("Áŋŋel Łoś");
        assertThat(template.report().stamped()).isOne();
    }

    @Test
    void theBytesDoNotDependOnWhatWasWrittenBefore() {
        var used = template("<div>{{name}}</div><p>{{all}}</p>");
        for (var name : List.of("B", "Łoś", "a  b", "C")) {
            used.write(content(name));
        }

        assertThat(used.write(content("A")))
                .isEqualTo(template("<div>{{name}}</div><p>{{all}}</p>").write(content("A")));
    }

    @Test
    void whatAllSayAlikeMayBreak() {
        var template = template("<div>{{name}}</div><div>{{all}}</div>");

        assertThat(text(template.write(content("A")))).contains("All of you are most");
        assertThat(template.report().stamped()).isOne();
    }

    @Test
    void aLeafInAnAttributeMakesAPageOfItsOwn() {
        var template = template("<div id=\"{{name}}\">{{name}}</div>");

        assertThat(text(template.write(content("A")))).contains("A");
        assertThat(text(template.write(content("B")))).contains("B");
        assertThat(template.report().stamped()).isEqualTo(2);
    }

    @Test
    void laterPagesAreStampedWhereTheLayoutPutsThem() throws IOException {
        var template = template("<div>{{name}}</div><div style=\"page-break-before: always\">Again {{name}}"
                + "</div><div style=\"position: absolute; left: 5mm; top: 290mm\">{{name}}</div>");

        assertThat(places(template.write(content("Åsa"))))
                .isEqualTo(places(template.render(content("Åsa"))))
                .hasSize(3 * 3 + 5);
        assertThat(template.report().stamped()).isOne();
    }

    @Test
    void aFileOfManyHasTheirFontsOnce() throws IOException {
        var template = template("<div>{{name}}</div>");
        var bytes = new ByteArrayOutputStream();
        var alone = template.write(content("A")).length;
        try (var file = new PrintFile(ROOM, bytes, "Letters", LocalDate.EPOCH)) {
            for (var n = 1; n <= 250; n++) {
                assertThat(file.add(template, content("Number " + n), null)).isEqualTo(new PageRange(n, n));
            }
            assertThat(file.add(template, content("Лев"), null)).isEqualTo(new PageRange(251, 251));
        }

        assertThat(bytes.size()).isLessThan(alone * 3 + 251 * 1_000);
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(251);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(250);
            assertThat(stripper.getText(document)).contains("Number 250");
        }
    }

    private static PageTemplate template(String body) {
        return PageTemplate.compile(
                new TemplateSource(
                        "<html lang=\"sv\"><head><title>To {{name}}</title></head><body>" + body + "</body></html>",
                        CSS),
                ROOM);
    }

    private static Content content(String name) {
        return new Content(
                Map.of("name", name, "all", "All of you are most welcome to the meeting of our club"),
                Set.of("all"),
                Map.of(),
                LocalDate.of(2026, 12, 14));
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException notAPdf) {
            throw new UncheckedIOException(notAPdf);
        }
    }

    /** The letters with the page and the point on which they stand. */
    private static List<String> places(byte[] pdf) throws IOException {
        var places = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    if (!letter.getUnicode().isBlank()) {
                        places.add(getCurrentPageNo() + letter.getUnicode() + " " + Math.round(letter.getX()) + " "
                                + Math.round(letter.getY()));
                    }
                }
            }.getText(document);
        }
        places.sort(null);
        return places;
    }

    /** A free font that PDFBox carries for PDFs without fonts of their own. */
    private static FontFace face() {
        try (var stream =
                Loader.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return new FontFace("Test", 400, Objects.requireNonNull(stream).readAllBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
