package se.aviso.bank.camt;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.Head;

class ProbeTest {
    @ParameterizedTest
    @CsvSource({
        "camt.054.001.02, 054",
        "camt.054.001.04, 054",
        "camt.054.001.08, 054",
        "camt.054.001.13, 054",
        "camt.053.001.02, 053",
        "camt.053.001.08, 053",
        "camt.053.001.12, 053",
        "camt.054.001.01, none",
        "camt.052.001.08, none",
        "pain.001.001.03, none",
        "camt.054.001.2, none"
    })
    void theNamespaceDecides(String namespace, String expected) {
        var head = document("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + namespace + "\">", UTF_8);
        assertThat(told(head)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><!-- made by a bank -->\n<c:Document xmlns:c='%s'>",
                "\uFEFF<Document xmlns:xsi=\"urn:x\" xsi:schemaLocation=\"a b\" xmlns = \"%s\" >",
            })
    void prefixCommentAndMarkDoNotMatter(String form) {
        assertThat(told(document(form.formatted("urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"), UTF_8)))
                .isEqualTo("054");
        assertThat(told(document(
                        "\uFEFF"
                                + form.replace("\uFEFF", "")
                                        .formatted("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"),
                        UTF_16LE)))
                .isEqualTo("053");
    }

    @Test
    void aNamespaceThatIsOnlyMentionedDoesNotDecide() {
        var namespace = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
        assertThat(told(document("<Envelope><Document xmlns=\"" + namespace + "\">", UTF_8)))
                .isEqualTo("none");
        assertThat(told(document("<Document xmlns=\"urn:x\" a=\"" + namespace + "\">", UTF_8)))
                .isEqualTo("none");
    }

    private static byte[] document(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static String told(byte[] bytes) {
        var old = knows(new Camt053Format(), bytes);
        var other = knows(new Camt054Format(), bytes);
        assertThat(old && other).isFalse();
        return old ? "053" : other ? "054" : "none";
    }

    private static boolean knows(BankFormat format, byte[] bytes) {
        return format.probe(new Head(bytes, "a.xml")).equals(Confidence.SURE);
    }
}
