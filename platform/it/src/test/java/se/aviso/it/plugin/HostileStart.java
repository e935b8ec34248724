package se.aviso.it.plugin;

import java.io.OutputStream;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;

/** A format that cannot say what it is called. */
@Extension
public class HostileStart implements AccountingFormat {
    /** What it says instead. */
    public static final String REASON = "it has no name";

    @Override
    public String name() {
        throw new IllegalStateException(REASON);
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) {
        throw new IllegalStateException("nobody can ask for it");
    }
}
