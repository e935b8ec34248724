package se.aviso.accounting.sie;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/** Writes a voucher a line as JSON, for programs that read a feed; amounts are texts with two decimals. */
@Extension
public class JsonVouchers implements AccountingFormat {
    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public String ending() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        var file = new BufferedOutputStream(out);
        var export = export(books.head());
        books.tell(voucher -> {
            if (!voucher.rows().isEmpty()) {
                file.write(line(voucher, export).getBytes(StandardCharsets.UTF_8));
            }
        });
        file.flush();
    }

    /** Whose books, and which part of them. */
    private static String export(BooksHead head) {
        return "{\"number\":" + head.number()
                + ",\"seller\":" + text(head.seller())
                + ",\"organisationNumber\":" + text(head.organisationNumber()) + "}";
    }

    private static String line(Voucher voucher, String export) {
        return "{\"id\":" + text(voucher.id().toString())
                + ",\"day\":" + text(voucher.day().toString())
                + ",\"text\":" + text(voucher.text())
                + ",\"export\":" + export
                + ",\"rows\":"
                + voucher.rows().stream().map(JsonVouchers::row).collect(Collectors.joining(",", "[", "]")) + "}\n";
    }

    private static String row(VoucherRow row) {
        return "{\"account\":" + row.account()
                + ",\"amount\":" + text(row.amount().toDecimal())
                + ",\"currency\":" + text(row.amount().currency().getCurrencyCode())
                + ",\"dimensions\":"
                + row.dimensions().stream()
                        .map(each -> "\"" + each.number() + "\":" + text(each.object()))
                        .collect(Collectors.joining(",", "{", "}"))
                + ",\"text\":" + text(row.text()) + "}";
    }

    private static String text(String text) {
        return text.chars()
                .mapToObj(letter -> letter == '"' || letter == '\\'
                        ? "\\" + (char) letter
                        : letter < ' ' ? "\\u%04x".formatted(letter) : String.valueOf((char) letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
