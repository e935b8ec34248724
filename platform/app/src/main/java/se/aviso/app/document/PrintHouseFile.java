package se.aviso.app.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import se.aviso.app.sheet.Cell;
import se.aviso.app.sheet.Sheet;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.pagewriter.PageRange;
import se.aviso.pagewriter.PrintFile;

/**
 * What a print house gets: one PDF with many documents, and an index that says which pages are whose letter and how it
 * is sent. Documents are written as they are added, so a file of any length takes little memory. Not thread-safe.
 */
public final class PrintHouseFile implements AutoCloseable {
    private static final int ADDRESS_LINES = 6;
    private static final List<String> HEADER = List.of(
            "reference",
            "firstPage",
            "lastPage",
            "postage",
            "envelope",
            "enclosures",
            "address1",
            "address2",
            "address3",
            "address4",
            "address5",
            "address6");

    private final DocumentWriter writer;
    private final PrintFile file;
    private final Sheet index;

    private PrintHouseFile(DocumentWriter writer, PrintFile file, Sheet index) {
        this.writer = writer;
        this.file = file;
        this.index = index;
    }

    /**
     * How a letter is sent, in the print house's own codes; each but the reference may be empty.
     *
     * @param reference by which a letter is told of later
     */
    public record Handling(String reference, String postage, String envelope, String enclosures) {}

    /** Begins a file; neither stream is closed with it. */
    static PrintHouseFile begin(DocumentWriter writer, PrintFile file, OutputStream index) throws IOException {
        return new PrintHouseFile(writer, file, SheetFormat.CSV.begin(index, "index", HEADER));
    }

    /** Adds a letter and tells its pages, counted from 1. */
    public PageRange add(DocumentData data, Handling handling) throws IOException {
        var pages = writer.add(data, file);
        var row = new ArrayList<Cell>(List.of(
                new Cell.Text(handling.reference()),
                new Cell.Whole(pages.first()),
                new Cell.Whole(pages.last()),
                new Cell.Text(handling.postage()),
                new Cell.Text(handling.envelope()),
                new Cell.Text(handling.enclosures())));
        var address = data.recipient().lines();
        for (var line = 0; line < ADDRESS_LINES; line++) {
            row.add(line < address.size() ? new Cell.Text(address.get(line)) : Cell.NOTHING);
        }
        index.row(row);
        return pages;
    }

    /** Ends both. */
    @Override
    public void close() throws IOException {
        file.close();
        index.close();
    }
}
