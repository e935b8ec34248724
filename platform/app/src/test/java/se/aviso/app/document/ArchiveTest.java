package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Documents are kept for seven years and more: veraPDF, the archives' own judge, finds them to be PDF/A-3u. */
class ArchiveTest {
    private static final DocumentWriter WRITER = new DocumentWriter();

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void aStampedDocumentIsForKeeping(DocumentData.Look look) throws Exception {
        assertThat(faults(WRITER.pdf(DocumentFixture.welcome(look, "Åsa Öberg"))))
                .isEmpty();
        assertThat(faults(WRITER.pdf(DocumentFixture.welcome(look, "Áŋŋel Łoś"))))
                .isEmpty();
    }

    @Test
    void whatIsLaidOutIsForKeepingToo() throws Exception {
        assertThat(faults(WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.LUFTIG, "Лев"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void soIsEveryShape(DocumentShape shape) throws Exception {
        assertThat(faults(WRITER.pdf(new RandomDocuments(3).of(shape)))).isEmpty();
    }

    static List<DocumentShape> shapes() {
        var all = DocumentShape.all();
        return all.subList(0, Math.min(Integer.getInteger("aviso.documents", 36), all.size()));
    }

    @Test
    void aFileOfManyIsForKeeping() throws Exception {
        var pdf = new ByteArrayOutputStream();
        var documents = new RandomDocuments(4);
        try (var file = WRITER.printHouseFile(pdf, new ByteArrayOutputStream(), "Letters", DocumentFixture.ISSUED)) {
            for (var n = 0; n < 8; n++) {
                file.add(documents.next(), new PrintHouseFile.Handling("A" + n, "", "", ""));
            }
        }

        assertThat(faults(pdf.toByteArray())).isEmpty();
    }

    private static List<String> faults(byte[] pdf) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_U);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_U, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> test.getRuleId().getClause() + " " + test.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
