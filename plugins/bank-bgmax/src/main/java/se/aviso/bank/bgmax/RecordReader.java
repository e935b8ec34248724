package se.aviso.bank.bgmax;

import java.io.IOException;
import java.util.Optional;
import se.aviso.spi.bank.Place;

/**
 * Cuts characters into records.
 *
 * <p>A record ends at a line end (CR LF, LF or CR), after 80 positions, or with the file. What is shorter is filled up;
 * blanks after the 80th position are dropped; a tab stands for the blanks up to the next column of eight. Blank records
 * count, so that a record's number is its line in an editor, but are passed over.
 */
final class RecordReader {
    private static final int TAB_STOP = 8;

    private final Characters characters;
    private long number;

    RecordReader(Characters characters) {
        this.characters = characters;
    }

    /** The next record that is not blank; none at the end of the file. */
    Optional<BgMaxRecord> next() throws IOException {
        while (characters.peek() != Characters.END) {
            var read = read();
            if (!read.isBlank()) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    /** Where the next record would stand. */
    Place here() {
        return new Place(number + 1, characters.byteOffset());
    }

    private BgMaxRecord read() throws IOException {
        var place = here();
        number++;
        var text = new StringBuilder(BgMaxRecord.LENGTH);
        while (text.length() < BgMaxRecord.LENGTH && !atLineEnd()) {
            append(text);
        }
        var overlong = !skipBlanks();
        skipLineEnd();
        text.append(" ".repeat(Math.max(0, BgMaxRecord.LENGTH - text.length())));
        return new BgMaxRecord(text.substring(0, BgMaxRecord.LENGTH), place, overlong);
    }

    private void append(StringBuilder text) throws IOException {
        var character = (char) characters.peek();
        characters.skip();
        if (character == '\t') {
            text.append(" ".repeat(TAB_STOP - text.length() % TAB_STOP));
        } else {
            text.append(character);
        }
    }

    /** Passes over blanks after the record, whole blank records too; false when what follows begins off the grid. */
    private boolean skipBlanks() throws IOException {
        var blanks = 0L;
        while (characters.peek() == ' ' || characters.peek() == '\t') {
            characters.skip();
            blanks++;
        }
        var onGrid = blanks % BgMaxRecord.LENGTH == 0;
        number += onGrid ? blanks / BgMaxRecord.LENGTH : 0;
        return onGrid || atLineEnd();
    }

    private void skipLineEnd() throws IOException {
        var end = characters.peek();
        if (end == '\r' || end == '\n') {
            characters.skip();
            if (end == '\r' && characters.peek() == '\n') {
                characters.skip();
            }
        }
    }

    private boolean atLineEnd() throws IOException {
        var next = characters.peek();
        return next == Characters.END || next == '\r' || next == '\n';
    }
}
