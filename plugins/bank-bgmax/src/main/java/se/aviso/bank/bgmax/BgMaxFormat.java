package se.aviso.bank.bgmax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Set;
import org.pf4j.Extension;
import se.aviso.banktext.Encoding;
import se.aviso.banktext.RecordEnd;
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
    private static final Set<String> OF_PAYMENT = Set.of("22", "23", "25", "26", "27", "28", "29");
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

    /** The payment (20) or deduction (21) with its further references, messages and payer (22 to 29). */
    @Override
    public int recordLength(byte[] from) {
        return RecordEnd.of(from, OF_PAYMENT);
    }
}
