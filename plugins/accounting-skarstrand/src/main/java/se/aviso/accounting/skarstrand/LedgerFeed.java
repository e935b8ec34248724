package se.aviso.accounting.skarstrand;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/** Writes a voucher's head, and a row a posting with cost centre and project; UTF-8, semicolons between, no quotes. */
@Extension
public class LedgerFeed implements AccountingFormat {
    private static final int COST_CENTRE = 1;
    private static final int PROJECT = 6;

    @Override
    public String name() {
        return "SKARSTRAND";
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
        var company = context.setting("company", "");
        var file = new BufferedOutputStream(out);
        books.tell(voucher -> {
            if (!voucher.rows().isEmpty()) {
                file.write(bytes(head(company, voucher)));
            }
            for (var row : voucher.rows()) {
                file.write(bytes(line(company, row)));
            }
        });
        file.flush();
    }

    private static String head(String company, Voucher voucher) {
        return String.join(";", company, "V", voucher.day().toString(), text(voucher.text())) + "\n";
    }

    private static String line(String company, VoucherRow row) {
        return String.join(
                        ";",
                        company,
                        "R",
                        Integer.toString(row.account()),
                        object(row, COST_CENTRE),
                        object(row, PROJECT),
                        row.amount().toDecimal(),
                        text(row.text()))
                + "\n";
    }

    private static String object(VoucherRow row, int dimension) {
        return row.dimensions().stream()
                .filter(each -> each.number() == dimension)
                .map(each -> text(each.object()))
                .findFirst()
                .orElse("");
    }

    /** What would end a field or a line is a space: the ledger knows no quotes. */
    private static String text(String text) {
        return text.replaceAll("[;\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
