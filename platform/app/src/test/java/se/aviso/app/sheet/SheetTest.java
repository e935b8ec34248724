package se.aviso.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    @Test
    void csvIsAsASwedishSpreadsheetOpensIt() throws IOException {
        var row = List.of(
                new Cell.Whole(17),
                new Cell.Text("Åsa; \"Ö\""),
                Cell.amount("1075.50"),
                new Cell.Day(LocalDate.of(2027, 1, 31)));
        assertThat(csv(row)).isEqualTo("\uFEFFa;b\r\n17;\"Åsa; \"\"Ö\"\"\";1075,50;2027-01-31\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1+1"})
    void aTextThatWouldBeReckonedHasAnApostropheBeforeIt(String text) throws IOException {
        assertThat(csv(List.of(new Cell.Text(text)))).contains("'" + text);
    }

    @Test
    void anAmountBelowNothingStaysANumber() throws IOException {
        assertThat(csv(List.of(Cell.amount("-12.00")))).contains("\r\n-12,00\r\n");
    }

    @Test
    void inAWorkbookAFormulaIsAText() throws IOException {
        var sheet = sheet(xlsx(List.of(new Cell.Text("=1+1"), Cell.amount("3.50"))));
        assertThat(sheet).contains("=1+1").doesNotContain("<f>").contains("<v>3.50</v>");
    }

    @Test
    void moreRowsThanASheetHasGoOnOnTheNext() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new XlsxSheet(out, "Avier", List.of("a"), 2)) {
            for (var n = 0; n < 7; n++) {
                sheet.row(List.of(new Cell.Whole(n)));
            }
        }
        assertThat(names(out.toByteArray()))
                .contains(
                        "xl/worksheets/sheet1.xml",
                        "xl/worksheets/sheet2.xml",
                        "xl/worksheets/sheet3.xml",
                        "xl/worksheets/sheet4.xml");
    }

    private static String csv(List<Cell> row) throws IOException {
        return new String(written(SheetFormat.CSV, row), StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<Cell> row) throws IOException {
        return written(SheetFormat.XLSX, row);
    }

    private static byte[] written(SheetFormat format, List<Cell> row) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = format.begin(out, "Avier", List.of("a", "b"))) {
            sheet.row(row);
        }
        return out.toByteArray();
    }

    private static String sheet(byte[] workbook) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static List<String> names(byte[] workbook) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
