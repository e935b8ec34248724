package ${package};

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;

/** Writes a posting a line: day, account, amount; an empty line ends a voucher. */
@Extension
public class PlainBooks implements AccountingFormat {
    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=utf-8";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        line(out, context.setting("heading", books.head().seller()));
        books.tell(voucher -> {
            for (var row : voucher.rows()) {
                line(out, voucher.day() + " " + row.account() + " " + row.amount().toDecimal());
            }
            if (!voucher.rows().isEmpty()) {
                line(out, "");
            }
        });
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
