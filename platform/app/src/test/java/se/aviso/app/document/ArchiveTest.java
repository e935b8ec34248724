package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @Test
    void soAreAllKindsOfDocuments() throws Exception {
        var documents = new RandomDocuments(3);
        for (var n = 0; n < 12; n++) {
            var data = documents.next();
            assertThat(faults(WRITER.pdf(data))).as(data.form().toString()).isEmpty();
        }
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
