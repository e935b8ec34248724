package se.aviso.bank.totalin;

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

/** Nordea's Total IN and Total IN Bas (TL1), in all the forms in which such files are passed around. */
@Extension
public class TotalInFormat implements BankFormat {
    private static final FormatName NAME = new FormatName("TOTALIN");
    private static final Set<String> OF_PAYMENT = Set.of("30", "40", "50", "51", "52", "60", "61", "62", "63", "70");
    private static final String BOM = "\u00ef\u00bb\u00bf";

    /**
     * Where the file type begins, after the record type, the customer, the time stamp and the number of the delivery.
     */
    private static final int FILE_TYPE = 36;

    @Override
    public FormatName name() {
        return NAME;
    }

    @Override
    public Confidence probe(Head head) {
        var length = Math.min(head.bytes().length, Head.LENGTH);
        var text = new String(head.bytes(), 0, length, ISO_8859_1);
        var start = (text.startsWith(BOM) ? text.substring(BOM.length()) : text).stripLeading();
        return start.startsWith("00") && start.startsWith(FileStartRecord.FILE_TYPE, FILE_TYPE)
                ? Confidence.SURE
                : Confidence.NONE;
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        try (var characters = Encoding.of(file, ISO_8859_1).open(file)) {
            new TotalInReading(sink).run(new RecordReader(characters));
        }
    }

    /** The payment (20) or deduction (25) with its references, messages and parties (30 to 70). */
    @Override
    public int recordLength(byte[] from) {
        return RecordEnd.of(from, OF_PAYMENT);
    }
}
