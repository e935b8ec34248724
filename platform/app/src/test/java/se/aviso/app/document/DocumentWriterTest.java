package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.app.document.DocumentFixture.text;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.wording.Wording;

class DocumentWriterTest {
    private static final DocumentWriter WRITER = new DocumentWriter();

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void anAviHoldsWhatIsNeededToPayIt(DocumentData.Look look) {
        var text = text(WRITER.pdf(DocumentFixture.welcome(look, "Åsa Öberg")));

        assertThat(text)
                .contains("Medlemsavi", "20260117", "Åsa Öberg", "991-2346", DocumentFixture.OCR.digits())
                .contains("2027-01-31", "355,00 kr", "Välkommen som medlem", "Momsfri");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void aGroupsOwnWordsStandWhereTheProductsWouldAndBelowTheSum(DocumentData.Look look) {
        var plain = DocumentFixture.welcome(look, "Åsa Öberg");
        var own = new Wording.Words("Hej och hå", "Så kul att du är med.", "Vi ses på årsmötet den 3 mars.");

        var text = text(WRITER.pdf(plain.worded(own)));

        assertThat(text)
                .contains("Hej och hå", "Så kul att du är med.", "Vi ses på årsmötet den 3 mars.", "355,00 kr")
                .doesNotContain("Välkommen som medlem", "första avi");
        assertThat(WRITER.pdf(plain.worded(Wording.Words.NONE))).isEqualTo(WRITER.pdf(plain));
    }

    @Test
    void theLongestOwnWordsLeaveTheWayToPayOnThePage() {
        var most = "Årsmötet hålls i klubbstugan på söndag. ".repeat(10).strip();
        for (var look : DocumentData.Look.values()) {
            var own = new Wording.Words("En rubrik som är precis fyrtioåtta tecken lång!", most, most);
            var data = DocumentFixture.welcome(look, "Åsa Öberg").worded(own);
            var text = text(WRITER.pdf(data)).replaceAll("\\s+", " ");

            assertThat(WRITER.fit(data).crowded()).as(look.name()).isFalse();
            assertThat(text).contains(DocumentFixture.OCR.digits(), "fyrtioåtta tecken lång!", "991-2346");
            assertThat(text.split("Årsmötet hålls", -1)).hasSize(21);
        }
    }

    @Test
    void theProductsOwnHeadingAndLeadAreTold() {
        assertThat(WRITER.shipped(DocumentData.Kind.FIRST, DocumentData.Language.SV)
                        .heading())
                .isEqualTo("Välkommen som medlem");
        for (var kind : DocumentData.Kind.values()) {
            for (var language : DocumentData.Language.values()) {
                assertThat(WRITER.shipped(kind, language).lead())
                        .as(kind + " " + language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void lettersOfPolandAndSapmiAreThere() {
        var text = text(WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Áŋŋel Đorđević-Łoś")));

        assertThat(text).contains("Áŋŋel Đorđević-Łoś");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada 😀 Björk, Ada � Björk",
        "陳大文 Lind, ��� Lind",
        "אסתר Berg, ���� Berg",
        "Soﬁa ﬂink, Sofia flink",
        "Ma\u200drie Ek, Marie Ek"
    })
    void aNameThatTheTypefacesCannotWriteIsPrintedWithAMark(String name, String printed) {
        var text = text(WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.LUFTIG, name)));

        assertThat(text.replace('?', '\ufffd')).contains(printed);
    }

    @Test
    void theLongestNamesAreWhole() {
        var longest = "Małgorzata Brzęczyszczykiewicz-Lindström";
        var club = "Föreningen Östergötlands Segelflygklubb och Modellflygare i Åtvidaberg";
        var base = DocumentFixture.welcome(DocumentData.Look.LUFTIG, longest);
        var data = DocumentFixture.with(
                base,
                new DocumentData.Recipient(
                        List.of(longest, club, "c/o Áŋŋel Čearru", "Gamla vägen 1187 B, 4 tr", "597 91 Åtvidaberg"),
                        "1180042"));

        var text = text(WRITER.pdf(data)).replaceAll("\\s+", " ");

        assertThat(text).contains(longest, "Segelflygklubb", "Modellflygare i Åtvidaberg", "597 91 Åtvidaberg");
    }

    @Test
    void theSameDataMakesTheSameBytes() {
        var data = DocumentFixture.welcome(DocumentData.Look.LUFTIG, "Åsa Öberg");
        var first = WRITER.pdf(data);
        WRITER.pdf(DocumentFixture.reminder());

        assertThat(WRITER.pdf(data)).isEqualTo(first);
        assertThat(new DocumentWriter().pdf(data)).isEqualTo(first);
    }

    /** Fonts and logos are shared between documents; nothing of one document may stick to them. */
    @Test
    void aDocumentDoesNotDependOnThoseWrittenBefore() {
        var all = List.of(
                DocumentFixture.reminder(),
                oneOff(DocumentData.Language.EN, DocumentData.Look.KOMPAKT, DocumentFixture.licences(15)),
                DocumentFixture.welcome(DocumentData.Look.LUFTIG, "Åsa Öberg"),
                DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Łukasz Đorđević"),
                DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Лев Δ"));
        all.forEach(WRITER::pdf);

        for (var data : all) {
            var pdf = WRITER.pdf(data);
            assertThat(pdf).isEqualTo(new DocumentWriter().pdf(data));
            assertThat(text(pdf)).contains(data.recipient().lines().get(0), "991-2346");
        }
    }

    @Test
    void manyThreadsMakeTheSameBytesAsOne() {
        var data = IntStream.range(0, 40)
                .mapToObj(n -> DocumentFixture.welcome(DocumentData.Look.KOMPAKT, "Łukasz " + n))
                .toList();
        var alone = data.stream().map(WRITER::pdf).toList();

        var together = data.parallelStream().map(WRITER::pdf).toList();

        for (var i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Test
    void aReminderShowsTheOriginalDueDateAndTheDayToPayBy() {
        var text = text(WRITER.pdf(DocumentFixture.reminder()));

        assertThat(text).containsSubsequence("Påminnelse", "Förfallodatum", "2027-01-31", "Ursprungligt förfallodatum");
        assertThat(text).contains("2027-02-24", "415,00 kr");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Language.class)
    void whatWasPaidBeforeStandsOnALineOfItsOwn(DocumentData.Language language) {
        var form = new DocumentData.Form(DocumentData.Kind.REMINDER1, language, DocumentData.Look.KLASSISK, "#1f4e5f");
        var rows = DocumentFixture.document(form, List.of(DocumentFixture.membership("")));
        var data = DocumentFixture.settled(rows, DocumentData.Sums.less(Money.kronor(55), Money.kronor(100)));

        var credit = language == DocumentData.Language.SV ? "Tillgodo från tidigare" : "Credit from earlier";
        var paid = language == DocumentData.Language.SV ? "Redan betalt" : "Already paid";
        assertThat(WRITER.fit(data).laidOut()).isEmpty();
        assertThat(text(WRITER.pdf(data)))
                .containsSubsequence(credit, "\u221255,00", paid, "\u2212100,00", "200,00 kr");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void fifteenLinesTakeTwoPagesAndCarryTheirTotal(DocumentData.Look look) throws IOException {
        var pdf = WRITER.pdf(oneOff(DocumentData.Language.SV, look, DocumentFixture.licences(15)));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(text(pdf))
                .containsSubsequence("Åsa 1:a", "Transport till nästa sida", "Sida 2 (2)", "Transport från")
                .containsSubsequence("Åsa 15:a", "5 760,00 kr");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 9, 10, 11, 12, 40, 100})
    void everyRowIsPrintedOnce(int rows) {
        var text = text(WRITER.pdf(
                oneOff(DocumentData.Language.SV, DocumentData.Look.KLASSISK, DocumentFixture.licences(rows))));

        for (var row = 1; row <= rows; row++) {
            assertThat(text).containsOnlyOnce("Åsa " + row + ":a");
        }
    }

    @Test
    void inEnglishTheLabelsAreEnglish() {
        var text = text(
                WRITER.pdf(oneOff(DocumentData.Language.EN, DocumentData.Look.KLASSISK, DocumentFixture.licences(1))));

        assertThat(text).contains("Invoice number", "Pay to bankgiro", "OCR reference", "Amount due");
    }

    @Test
    void taxIsTheSumOfTheLinesTaxes() {
        var lines = List.of(
                DocumentData.Line.of("Tröja", "", 3, Money.ore(3333), VatRate.STANDARD),
                DocumentData.Line.of("Bok", "", 1, Money.ore(14120), VatRate.LOW),
                DocumentData.Line.of("Avgift", "", 1, Money.kronor(1350), VatRate.EXEMPT));
        var text = text(WRITER.pdf(oneOff(DocumentData.Language.SV, DocumentData.Look.KLASSISK, lines)));

        assertThat(text)
                .contains("25 % 79,99 20,00 99,99", "6 % 133,21 7,99 141,20", "1 591,19 kr")
                .contains("À-pris exklusive moms 26,6633", "À-pris exklusive moms 133,21")
                .doesNotContain("moms 1 350,00");
    }

    @Test
    void aCreditNoteCountsBackwardsAndAsksForNothing() {
        var base = oneOff(
                DocumentData.Language.SV,
                DocumentData.Look.KLASSISK,
                List.of(new DocumentData.Line(
                        "Tröja",
                        "",
                        -4,
                        Money.ore(18350),
                        VatRate.STANDARD,
                        Money.ore(-73400),
                        Money.ore(-14680),
                        "",
                        false,
                        Optional.empty())));
        var data = new DocumentData(
                new DocumentData.Form(
                        DocumentData.Kind.CREDIT_NOTE, DocumentData.Language.SV, DocumentData.Look.KLASSISK, "#1f4e5f"),
                base.seller(),
                base.recipient(),
                base.facts(),
                base.lines(),
                base.sums(),
                Optional.empty(),
                Optional.of(new DocumentData.Original(
                        "20260100", DocumentFixture.ISSUED, DocumentFixture.DUE, Money.ore(73400))),
                base.wording());

        var text = text(WRITER.pdf(data));

        assertThat(text).contains("Kreditfaktura", "Avser faktura", "20260100", "\u2212734,00 kr");
        assertThat(text).doesNotContain("OCR-nummer", "Betala med Swish");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void aReceiptSaysWhatWasPaidWhenAndHow(DocumentData.Look look) {
        var base = oneOff(
                DocumentData.Language.SV,
                look,
                List.of(DocumentData.Line.of("Tröja", "", 1, Money.ore(12500), VatRate.STANDARD)));
        var paid = DocumentData.Sums.telling(
                List.of(new DocumentData.Told("Bankgiro 2027-01-20", Money.ore(12500))), Money.ore(12500));

        var text = text(WRITER.pdf(DocumentFixture.shown(base, DocumentData.Kind.RECEIPT, paid)));

        assertThat(text).contains("Kvitto", "Kvitto för faktura", "25 % 100,00 25,00 125,00");
        assertThat(text).containsSubsequence("Bankgiro 2027-01-20", "125,00", "Betalt", "125,00 kr");
        assertThat(text).doesNotContain("OCR-nummer", "Betala med Swish");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void aStatementHasTheMovementsOfAYearAndWhatIsLeft(DocumentData.Look look) {
        var claim = new DocumentData.Booked(DocumentFixture.ISSUED, "20260117", "")
                .line("Faktura", "Medlemsavgift", Money.kronor(355));
        var payment = new DocumentData.Booked(DocumentFixture.DUE, "20260117", "Bankgiro")
                .line("Betalning", "", Money.kronor(-300));
        var base = oneOff(DocumentData.Language.SV, look, List.of(claim, payment));
        var sums = DocumentData.Sums.telling(
                List.of(new DocumentData.Told("Fakturerat", Money.kronor(355))), Money.kronor(55));

        var text = text(WRITER.pdf(DocumentFixture.shown(base, DocumentData.Kind.STATEMENT, sums)));

        assertThat(text).contains("Årsbesked", "2026-12-14 Faktura 20260117 355,00");
        assertThat(text).contains("2027-01-31 Betalning 20260117 Bankgiro \u2212300,00");
        assertThat(text).containsSubsequence("Fakturerat", "355,00", "Kvar att betala", "55,00 kr");
        assertThat(text).doesNotContain("OCR-nummer", "Momssats");
    }

    @Test
    void theSwishCodeIsReadOffThePage() throws Exception {
        var pdf = WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Åsa Öberg"));

        assertThat(scanned(pdf)).isEqualTo("C1231181189;355,00;" + DocumentFixture.OCR.digits() + ";0");
    }

    @Test
    void theSquaresOfAPageAreTheSquaresOfPaper() {
        var code = new QrCode("C1231181189;355,00;10000000013;0");

        assertThat(code.squares().size()).isEqualTo(code.size());
        assertThat(code.path().split("M", -1)).hasSize(1 + black(code.squares().rows()));
        assertThat(code.path()).startsWith("M4 4h1v1h-1z");
    }

    private static int black(byte[] rows) {
        var count = 0;
        for (var eight : rows) {
            count += Integer.bitCount(eight & 0xff);
        }
        return count;
    }

    @Test
    void aSellerWithoutSwishHasNoCode() {
        var data = DocumentFixture.by(
                DocumentFixture.welcome(DocumentData.Look.KLASSISK, "Åsa Öberg"),
                DocumentFixture.seller(Optional.empty()));

        assertThat(text(WRITER.pdf(data))).doesNotContain("Swish");
    }

    @Test
    void markupInANameIsText() {
        var text = text(WRITER.pdf(DocumentFixture.welcome(DocumentData.Look.KLASSISK, "<b>&amp; {{x}} \u0007Åsa")));

        assertThat(text).contains("<b>&amp; {{x}} Åsa");
    }

    @Test
    void theLicencesOfTheFontsAreShipped() {
        for (var licence : List.of("SourceSans3-OFL", "SourceSerif4-OFL", "OCRB")) {
            assertThat(DocumentWriter.class.getResource("fonts/LICENSE-" + licence + ".txt"))
                    .isNotNull();
        }
    }

    private static DocumentData oneOff(
            DocumentData.Language language, DocumentData.Look look, List<DocumentData.Line> lines) {
        return DocumentFixture.document(
                new DocumentData.Form(DocumentData.Kind.ONE_OFF, language, look, "#8a2f2a"), lines);
    }

    private static String scanned(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)
                    .crop(
                            image.getWidth() * 2 / 3,
                            image.getHeight() * 2 / 3,
                            image.getWidth() / 3 - 1,
                            image.getHeight() / 4);
            var found = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
            assertThat(found.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
            return found.getText();
        }
    }
}
