package se.aviso.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.app.document.DocumentFixture.text;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.group.CodeChoice;
import se.aviso.group.SlipChoice;

/** The foot of a document asks for money as the look has it: panel or slip, and the codes for telephones. */
class PayFootTest {
    private static final DocumentWriter WRITER = new DocumentWriter();

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void theCodeWithTheInvoicesFactsIsReadOffThePage(DocumentData.Look look) throws Exception {
        var data = footed(look, SlipChoice.NONE, CodeChoice.USINGQR);

        assertThat(allScanned(WRITER.pdf(data))).containsExactly(facts());
        assertThat(text(WRITER.pdf(data))).contains("Betala i bankens app").doesNotContain("Betala med Swish");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void twoCodesStandSideBySide(DocumentData.Look look) throws Exception {
        var swish = "C1231181189;355,00;" + DocumentFixture.OCR.digits() + ";0";
        for (var slip : List.of(SlipChoice.NONE, SlipChoice.parse("on"))) {
            var pdf = WRITER.pdf(footed(look, slip, CodeChoice.BOTH));

            assertThat(allScanned(pdf)).as(slip.value()).containsExactlyInAnyOrder(swish, facts());
            assertThat(text(pdf)).contains("Betala i bankens app", "Betala med Swish", "991-2346", "355,00 kr");
        }
    }

    @Test
    void whoWantsNoCodeHasNone() {
        var text = text(WRITER.pdf(footed(DocumentData.Look.LUFTIG, SlipChoice.NONE, CodeChoice.NONE)));

        assertThat(text).contains("OCR-nummer").doesNotContain("Betala med Swish", "Betala i bankens app");
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void theSlipHasTheLineThatMachinesRead(DocumentData.Look look) {
        var text = text(WRITER.pdf(footed(look, SlipChoice.parse("on"), CodeChoice.SWISH)));

        assertThat(text).contains("Inbetalningsavi", "Riv eller klipp här", "Betalningsmottagare");
        assertThat(squeezed(text)).contains("# " + DocumentFixture.OCR.digits() + " # 355 00 8 > 9912346#41#");
    }

    @Test
    void theLineNamesThePlusgiroAsTheBankWantsIt() {
        var data = DocumentFixture.by(
                footed(DocumentData.Look.KLASSISK, SlipChoice.parse("08"), CodeChoice.NONE),
                DocumentFixture.seller(DocumentFixture.Account.PLUSGIRO, Optional.empty()));

        assertThat(squeezed(text(WRITER.pdf(data)))).contains(" 355 00 8 > 2865434#08#");
    }

    @Test
    void anAccountWithoutAGiroHasNoSlip() {
        var data = DocumentFixture.by(
                footed(DocumentData.Look.KLASSISK, SlipChoice.parse("on"), CodeChoice.BOTH),
                DocumentFixture.seller(DocumentFixture.Account.IBAN, Optional.empty()));

        assertThat(text(WRITER.pdf(data)))
                .contains("SE45 5000 0000 0583 9825 7466", "Så betalar du")
                .doesNotContain("Inbetalningsavi");
    }

    private static DocumentData footed(DocumentData.Look look, SlipChoice slip, CodeChoice codes) {
        return DocumentFixture.footed(DocumentFixture.welcome(look, "Åsa Öberg"), new PayFoot(slip, codes));
    }

    private static String facts() {
        return "{\"uqr\":1,\"tp\":1,\"nme\":\"Riksförbundet Fjäll & Vidd\",\"cid\":\"802499-0007\",\"iref\":\""
                + DocumentFixture.OCR.digits() + "\",\"idt\":\"20261214\",\"ddt\":\"20270131\",\"due\":355.00,"
                + "\"vat\":0.00,\"pt\":\"BG\",\"acc\":\"991-2346\"}";
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    private static List<String> allScanned(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)
                    .crop(
                            image.getWidth() / 2,
                            image.getHeight() * 2 / 3,
                            image.getWidth() / 2 - 1,
                            image.getHeight() / 4);
            var found = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found).map(Result::getText).toList();
        }
    }
}
