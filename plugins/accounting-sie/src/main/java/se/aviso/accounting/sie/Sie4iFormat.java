package se.aviso.accounting.sie;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;

/**
 * Writes SIE files of type 4I, transactions to be imported (SIE file format 4B of 2008): code page 437, a voucher for
 * each entry, numbered by the receiver.
 */
@Extension
public class Sie4iFormat implements AccountingFormat {
    /** The setting that names the voucher series; the receiver chooses where it is empty. */
    private static final String SERIES = "series";

    @Override
    public String name() {
        return "SIE4I";
    }

    @Override
    public String ending() {
        return "si";
    }

    @Override
    public String mediaType() {
        return "application/x-sie";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        var file = new SieFile(new BufferedOutputStream(out), context.setting(SERIES, ""));
        file.head(books.head());
        file.objects(books);
        books.tell(file::voucher);
        file.end();
    }
}
