package se.aviso.app.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook, each cell with its kind. A sheet of the format ends at 1 048 576 rows; what is more stands on a second
 * one, under the same words, and so on: nothing is left out.
 */
final class XlsxSheet implements Sheet {
    /** The last row that the format has (ECMA-376), counted from 0. */
    private static final int LAST_ROW = 1_048_575;

    private static final int ROWS_IN_MEMORY = 500;
    private static final int COLUMN_WIDTH = 18;

    private final Workbook workbook;
    private final String title;
    private final List<String> header;
    private final int lastRow;
    private Worksheet sheet;
    private int sheets = 1;
    private int next = 1;

    XlsxSheet(OutputStream out, String title, List<String> header) {
        this(out, title, header, LAST_ROW);
    }

    /** @param lastRow of each sheet, counted from 0 */
    XlsxSheet(OutputStream out, String title, List<String> header, int lastRow) {
        this.lastRow = lastRow;
        this.workbook = new Workbook(out, "Aviso", "1.0");
        this.title = title;
        this.header = header;
        this.sheet = newSheet(1);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next > lastRow) {
            sheet.finish();
            sheets++;
            sheet = newSheet(sheets);
            next = 1;
        }
        for (var column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            if (!text.text().isEmpty()) {
                sheet.inlineString(
                        next, column, text.text()); // the format's common table of texts would stay in memory
            }
        } else if (cell instanceof Cell.Amount amount) {
            sheet.value(next, column, amount.amount());
            sheet.style(next, column).format("#,##0.00").set();
        } else if (cell instanceof Cell.Day day) {
            sheet.value(next, column, day.day());
            sheet.style(next, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(next, column, ((Cell.Whole) cell).number());
        }
    }

    private Worksheet newSheet(int number) {
        var begun = workbook.newWorksheet(number == 1 ? title : title + " " + number);
        for (var column = 0; column < header.size(); column++) {
            begun.width(column, COLUMN_WIDTH);
            begun.inlineString(0, column, header.get(column));
            begun.style(0, column).bold().set();
        }
        begun.freezePane(0, 1);
        return begun;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
