package se.aviso.it.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;

/** A format of one customer's own: it tells the settings that it was given, the length of the secret alone. */
@Extension
public class PrivateFormat implements AccountingFormat {
    @Override
    public String name() {
        return "PRIVAT";
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
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        var head = context.setting("host", "") + " "
                + context.setting("password", "").length() + "\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        books.tell(voucher -> out.write((voucher.id() + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
