package se.aviso.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
        return in(workbook, zip -> {
            try (var bytes = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static List<String> names(byte[] workbook) throws IOException {
        return in(workbook, zip -> zip.stream().map(ZipEntry::getName).toList());
    }

    /** What somebody reads out of an open workbook. */
    private interface Reading<T> {
        T of(ZipFile zip) throws IOException;
    }

    /** As spreadsheets open it, by its directory: the JDK's stream refuses sizes of 64 bits behind an entry. */
    private static <T> T in(byte[] workbook, Reading<T> reading) throws IOException {
        var file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return reading.of(zip);
            }
        } finally {
            Files.delete(file);
        }
    }
}
