package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.pagewriter.Report;

/** Sellers share compiled pages, and each has its own name, logo, words and colour on them. */
class ManySellersTest {
    private static final long SEED = 20261130;
    private static final int SELLERS = 6;
    private static final int CHANNEL_STEP = 48;

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void aPageLooksAsItsLayoutDoesWhateverWasWrittenBefore(DocumentData.Look look) throws IOException {
        var writer = new DocumentWriter();
        var random = RandomDocuments.ordinary(SEED);
        var words = new Random(SEED);
        var shape = new DocumentShape(
                look,
                DocumentData.Kind.RENEWAL,
                DocumentData.Language.SV,
                false,
                DocumentFixture.Account.BANKGIRO,
                PayFoot.USUAL);
        var all = new ArrayList<DocumentData>();
        for (var n = 0; n < SELLERS; n++) {
            all.add(random.of(shape).worded(RandomSellers.words(words)));
        }
        all.forEach(writer::pdf);

        for (var data : all) {
            var stamped = drawn(writer.pdf(data));
            assertThat(differing(stamped, drawn(writer.laidOut(data))))
                    .as(data.form().accent() + " " + data.seller().name())
                    .isLessThan(stamped.getWidth() * stamped.getHeight() / 500);
        }
        assertThat(writer.pdf(all.get(1))).isEqualTo(new DocumentWriter().pdf(all.get(1)));
        assertThat(writer.reports().values()).extracting(Report::stamped).containsExactly(2L * SELLERS + 1);
    }

    private static BufferedImage drawn(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 48);
        }
    }

    /** So many pixels are clearly of another colour; the edges of letters may be a little. */
    private static int differing(BufferedImage one, BufferedImage other) {
        var differing = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                differing += isNear(one.getRGB(x, y), other.getRGB(x, y)) ? 0 : 1;
            }
        }
        return differing;
    }

    private static boolean isNear(int one, int other) {
        for (var shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)) > CHANNEL_STEP) {
                return false;
            }
        }
        return true;
    }
}
