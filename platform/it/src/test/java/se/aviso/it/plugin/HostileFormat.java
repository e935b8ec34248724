package se.aviso.it.plugin;

import java.nio.charset.StandardCharsets;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.FormatName;
import se.aviso.spi.bank.Head;

/** A format that hangs while it looks at one kind of file. */
@Extension
public class HostileFormat implements BankFormat {
    @Override
    public FormatName name() {
        return new FormatName("FIENDE");
    }

    @Override
    public Confidence probe(Head head) {
        var text = new String(head.bytes(), StandardCharsets.US_ASCII);
        if (text.startsWith("HANG AT ONCE")) {
            Hanging.forEver();
        }
        return Confidence.NONE;
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) {
        throw new IllegalStateException("it is sure of no file");
    }
}
