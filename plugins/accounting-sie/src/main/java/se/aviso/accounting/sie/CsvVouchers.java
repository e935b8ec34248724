package se.aviso.accounting.sie;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/** Writes a posting a row for programs to read: UTF-8, commas between, dots before the decimals (RFC 4180). */
@Extension
public class CsvVouchers implements AccountingFormat {
    private static final String HEADER =
            "voucher,day,text,account,amount,currency,dimensions,rowText," + "seller,organisationNumber,export\r\n";
    private static final Pattern APART = Pattern.compile("[\\s\\p{Z}\"]");

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        var file = new BufferedOutputStream(out);
        file.write(bytes(HEADER));
        var export = export(books.head());
        books.tell(voucher -> {
            for (var row : voucher.rows()) {
                file.write(bytes(line(voucher, row, export)));
            }
        });
        file.flush();
    }

    /** Whose books, and which part of them. */
    private static String export(BooksHead head) {
        return text(head.seller()) + "," + text(head.organisationNumber()) + "," + head.number();
    }

    private static String line(Voucher voucher, VoucherRow row, String export) {
        var dimensions = row.dimensions().stream()
                .map(dimension -> dimension.number() + ":" + object(dimension.object()))
                .collect(Collectors.joining(" "));
        return List.of(
                        voucher.id().toString(),
                        voucher.day().toString(),
                        text(voucher.text()),
                        Integer.toString(row.account()),
                        row.amount().toDecimal(),
                        row.amount().currency().getCurrencyCode(),
                        text(dimensions),
                        text(row.text()),
                        export)
                .stream()
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** With blanks between objects, one that has a blank or a quote stands within quotes, and its own are doubled. */
    private static String object(String object) {
        return APART.matcher(object).find() ? '"' + object.replace("\"", "\"\"") + '"' : object;
    }

    /** Quoted, and never what a spreadsheet would reckon as a formula (OWASP, CSV injection). */
    private static String text(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
