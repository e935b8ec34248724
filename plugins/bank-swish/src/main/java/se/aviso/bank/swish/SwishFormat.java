package se.aviso.bank.swish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.pf4j.Extension;
import se.aviso.banktext.Encoding;
import se.aviso.banktext.Problems;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.FormatName;
import se.aviso.spi.bank.Head;

/** Swish reports in the layouts of Handelsbanken and Swedbank; the file's first lines say which. */
@Extension
public class SwishFormat implements BankFormat {
    private static final FormatName NAME = new FormatName("SWISH");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BOM = "\u00ef\u00bb\u00bf";

    @Override
    public FormatName name() {
        return NAME;
    }

    @Override
    public Confidence probe(Head head) {
        var length = Math.min(head.bytes().length, Head.LENGTH);
        var text = new String(head.bytes(), 0, length, ISO_8859_1);
        return Layout.probe(text.startsWith(BOM) ? text.substring(BOM.length()) : text);
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        var problems = new Problems(sink);
        try (var characters = Encoding.of(file, WINDOWS).open(file)) {
            var rows = new RowReader(characters, problems);
            var first = rows.next();
            if (first.isEmpty()) {
                problems.stop("TRUNCATED", "the file holds nothing", rows.here());
                return;
            }
            var layout = Layout.of(first.get(), sink, problems);
            if (layout.isPresent()) {
                read(first, rows, layout.get(), problems);
            }
        }
    }

    private static void read(Optional<Row> first, RowReader rows, Layout layout, Problems problems) throws IOException {
        for (var row = first; row.isPresent(); row = rows.next()) {
            layout.take(row.get());
        }
        if (!problems.stopped()) {
            layout.finish(rows.here());
        }
    }
}
