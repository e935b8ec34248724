package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.pagewriter.FileCutter;

/** What is kept of documents comes to their bytes, and one more costs little. */
class CutDocumentsTest {
    private static final DocumentWriter WRITER = new DocumentWriter();
    private static final long SEED = 20261130;
    private static final int MOST_OWN = 3_000;

    private final FileCutter cutter = new FileCutter();

    @Test
    void partsAndWhatIsOwnAreTheDocument() {
        var documents = new RandomDocuments(SEED);
        for (var n = 0; n < 12; n++) {
            var data = documents.next();
            for (var pdf : List.of(WRITER.pdf(data), WRITER.laidOut(data))) {
                var cut = cutter.cut(pdf);
                assertThat(cut.shape().filled(cut.own()))
                        .as("seed %d, document %d", SEED, n)
                        .isEqualTo(pdf);
                assertThat(new FileCutter().cut(pdf).shape().hash())
                        .isEqualTo(cut.shape().hash());
            }
        }
    }

    /** Nothing of a recipient is in a part: what is purged is with what is own. */
    @Test
    void documentsToOthersHaveTheSameParts() {
        for (var look : DocumentData.Look.values()) {
            var one = DocumentFixture.welcome(look, "Åsa Öberg");
            var other = DocumentFixture.with(
                    one, new DocumentData.Recipient(List.of("Östen Ek", "Vägen 1", "831 33 Östersund"), "7"));

            assertThat(shape(WRITER.pdf(other))).as("%s", look).isEqualTo(shape(WRITER.pdf(one)));
            assertThat(shape(WRITER.laidOut(other))).as("%s laid out", look).isEqualTo(shape(WRITER.laidOut(one)));
        }
    }

    @Test
    void oneMoreDocumentCostsItsOwnWords() {
        var sizes = IntStream.range(0, 20)
                .map(n -> own(WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Åsa Öberg " + n))))
                .summaryStatistics();

        assertThat(sizes.getMax()).isLessThanOrEqualTo(MOST_OWN);
    }

    @Test
    void whatIsNoFileOfOursIsKeptWhole() {
        for (var text :
                List.of("", "nothing", "%PDF-1.7\nstartxref\n9\n%%EOF\n", "startxref\n999999999999\n", "startxref\n")) {
            var bytes = text.getBytes(StandardCharsets.US_ASCII);
            var cut = cutter.cut(bytes);
            assertThat(cut.shape().filled(cut.own())).isEqualTo(bytes);
            assertThat(own(bytes)).isEqualTo(bytes.length);
        }
    }

    private String shape(byte[] pdf) {
        return HexFormat.of().formatHex(cutter.cut(pdf).shape().hash());
    }

    private int own(byte[] pdf) {
        return cutter.cut(pdf).own().stream().mapToInt(said -> said.length).sum();
    }
}
