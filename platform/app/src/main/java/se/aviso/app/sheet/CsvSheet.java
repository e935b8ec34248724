package se.aviso.app.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * CSV as a Swedish spreadsheet opens it by a double click: semicolons, commas before the decimals, and a byte order
 * mark, without which it takes å for two other letters.
 *
 * <p>A text that a spreadsheet would reckon as a formula has an apostrophe before it (OWASP, CSV injection).
 */
final class CsvSheet implements Sheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .setQuote('"')
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();

    private final Writer writer;

    CsvSheet(OutputStream out, List<String> header) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        FORMAT.printRecord(writer, header.toArray());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        FORMAT.printRecord(writer, cells.stream().map(CsvSheet::written).toArray());
    }

    private static String written(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return harmless(text.text());
        }
        if (cell instanceof Cell.Amount amount) {
            return amount.amount().toPlainString().replace('.', ',');
        }
        return cell instanceof Cell.Day day ? day.day().toString() : Long.toString(((Cell.Whole) cell).number());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
