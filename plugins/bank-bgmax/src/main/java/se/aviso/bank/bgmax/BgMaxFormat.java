package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.pf4j.Extension;
import se.aviso.banktext.Encoding;
import se.aviso.banktext.RecordReader;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.FormatName;
import se.aviso.spi.bank.Head;

/** Bankgirot's BgMax (Bankgiro Inbetalningar), in all the forms in which such files are passed around. */
@Extension
public class BgMaxFormat implements BankFormat {
    private static final FormatName NAME = new FormatName("BGMAX");
    private static final String BOM = "\u00ef\u00bb\u00bf";

    @Override
    public FormatName name() {
        return NAME;
    }

    @Override
    public Confidence probe(Head head) {
        var length = Math.min(head.bytes().length, Head.LENGTH);
        var text = new String(head.bytes(), 0, length, ISO_8859_1);
        var start = text.startsWith(BOM) ? text.substring(BOM.length()) : text;
        return start.stripLeading().startsWith(BgMaxReading.SIGNATURE) ? Confidence.SURE : Confidence.NONE;
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        try (var characters = Encoding.of(file, ISO_8859_1).open(file)) {
            new BgMaxReading(sink).run(new RecordReader(characters));
        }
    }
}
