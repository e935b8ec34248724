package se.aviso.accounting.sie;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/**
 * The records of a SIE file, in their order; a voucher that does not balance is refused before a byte of it, and one of
 * which rules left no row is none.
 */
final class SieFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String SEK = "SEK";
    private static final Pattern BEFORE_A_QUOTE = Pattern.compile("\\\\(?=\"|$)");

    private final OutputStream out;
    private final String series;

    SieFile(OutputStream out, String series) {
        this.out = out;
        this.series = series;
    }

    void head(BooksHead head) throws IOException {
        record("#FLAGGA 0");
        record("#PROGRAM " + quoted("Aviso") + " " + quoted("1"));
        record("#FORMAT PC8");
        record("#GEN " + day(head.madeOn()));
        record("#SIETYP 4");
        record("#PROSA " + quoted("Aviso export " + head.number() + ", " + head.firstDay() + " - " + head.lastDay()));
        if (!head.organisationNumber().isBlank()) {
            record("#ORGNR " + quoted(organisation(head.organisationNumber())));
        }
        record("#FNAMN " + quoted(head.seller()));
        var currency = head.currency().getCurrencyCode();
        if (!currency.equals(SEK)) {
            record("#VALUTA " + currency);
        }
    }

    /** What the rows are for besides their accounts, before the first of them: dimensions, and then their objects. */
    void objects(BooksExtract books) throws IOException {
        for (var dimension : books.dimensions()) {
            var words = dimension.number() + " " + quoted(dimension.name());
            record(dimension
                    .under()
                    .map(upper -> "#UNDERDIM " + words + " " + upper)
                    .orElse("#DIM " + words));
        }
        for (var object : books.objects()) {
            record("#OBJEKT " + object.dimension() + " " + quoted(object.object()) + " " + quoted(object.name()));
        }
    }

    void voucher(Voucher voucher) throws IOException {
        if (voucher.rows().isEmpty()) {
            return;
        }
        requireBalance(voucher);
        record("#VER " + quoted(series) + " " + quoted("") + " " + day(voucher.day()) + " " + quoted(voucher.text()));
        record("{");
        for (var row : voucher.rows()) {
            record("#TRANS " + row.account() + " " + objects(row) + " "
                    + row.amount().toDecimal() + " " + day(voucher.day()) + " " + quoted(row.text()));
        }
        record("}");
    }

    void end() throws IOException {
        out.flush();
    }

    private static void requireBalance(Voucher voucher) {
        var balance = voucher.rows().stream()
                .mapToLong(row -> row.amount().minorUnits())
                .reduce(0, Math::addExact);
        if (balance != 0) {
            throw new IllegalArgumentException("voucher " + voucher.id() + " is out of balance by " + balance);
        }
    }

    private static String objects(VoucherRow row) {
        return row.dimensions().stream()
                .map(dimension -> dimension.number() + " " + quoted(dimension.object()))
                .collect(Collectors.joining(" ", "{", "}"));
    }

    /** Ten digits with a hyphen before the last four. */
    private static String organisation(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        return digits.length() == 10 ? digits.substring(0, 6) + "-" + digits.substring(6) : number;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A quote within has a backslash before it (SIE 4B, 5.7); a backslash of the text's own must not stand there. */
    private static String quoted(String text) {
        var plain = BEFORE_A_QUOTE.matcher(CodePage.harmless(text)).replaceAll("/");
        return '"' + plain.replace("\"", "\\\"") + '"';
    }

    private void record(String text) throws IOException {
        out.write(CodePage.encode(text));
        out.write('\r');
        out.write('\n');
    }
}
