package se.aviso.app.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that a list can be had as. */
public enum SheetFormat {
    CSV("text/csv;charset=utf-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String ending;

    SheetFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** What HTTP calls it. */
    public String mediaType() {
        return mediaType;
    }

    /** How the file's name ends, without a dot. */
    public String ending() {
        return ending;
    }

    /** The format of files that end so. */
    public static Optional<SheetFormat> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    /**
     * Begins a list.
     *
     * @param title of the sheet, where the format has such a thing
     * @param header the words over the columns
     */
    public Sheet begin(OutputStream out, String title, List<String> header) throws IOException {
        return switch (this) {
            case CSV -> new CsvSheet(out, header);
            case XLSX -> new XlsxSheet(out, title, header);
        };
    }
}
