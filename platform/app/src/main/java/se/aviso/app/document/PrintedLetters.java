package se.aviso.app.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.aviso.pagewriter.PageRange;

/**
 * Letters as one file for a printer, and where each of them stands in it. The same letters make the same bytes.
 *
 * @param pages in the order of the letters
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares two files
public record PrintedLetters(byte[] pdf, List<PageRange> pages) {
    public PrintedLetters {
        pages = List.copyOf(pages);
    }

    /** A channel tells its print house in a form of its own which pages are whose; the index is not needed then. */
    static PrintedLetters of(DocumentWriter writer, List<DocumentData> letters) {
        var pdf = new ByteArrayOutputStream();
        var pages = new ArrayList<PageRange>();
        try (var file = writer.printHouseFile(pdf, OutputStream.nullOutputStream(), "Letters", day(letters))) {
            for (var letter : letters) {
                var number = letter.facts().number();
                pages.add(file.add(letter, new PrintHouseFile.Handling(number, "", "", "")));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new PrintedLetters(pdf.toByteArray(), pages);
    }

    /** The newest letter's, so that the file does not depend on when it is made. */
    private static LocalDate day(List<DocumentData> letters) {
        return letters.stream()
                .map(letter -> letter.facts().issuedOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
