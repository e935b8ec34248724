package se.aviso.bank.ocrgiro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
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

/** The OCR giro of Nets, in Norwegian kroner. */
@Extension
public class OcrGiroFormat implements BankFormat {
    private static final FormatName NAME = new FormatName("OCRGIRO");
    private static final String BOM = "\u00ef\u00bb\u00bf";

    /** Format, service, transaction type and record type of the record that starts every transmission of Nets. */
    private static final String START = "NY000010";

    @Override
    public FormatName name() {
        return NAME;
    }

    @Override
    public Confidence probe(Head head) {
        var length = Math.min(head.bytes().length, Head.LENGTH);
        var text = new String(head.bytes(), 0, length, ISO_8859_1);
        var start = (text.startsWith(BOM) ? text.substring(BOM.length()) : text).stripLeading();
        return start.startsWith(START) ? Confidence.SURE : Confidence.NONE;
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        try (var characters = Encoding.of(file, ISO_8859_1).open(file)) {
            new OcrGiroReading(sink).run(new RecordReader(characters));
        }
    }

    /** The first item of an amount (30) with its second (31) and its text (32). */
    @Override
    public int recordLength(byte[] from) {
        return RecordEnd.of(
                from,
                record -> NetsRecord.of(record)
                        .filter(NetsRecord::continuesAmount)
                        .isPresent());
    }
}
