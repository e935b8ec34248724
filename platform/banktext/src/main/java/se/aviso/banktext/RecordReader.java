package se.aviso.banktext;

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
public final class RecordReader {
    private static final int TAB_STOP = 8;

    private final Characters characters;
    private long number;

    /** A reader of what the characters hold from here on. */
    public RecordReader(Characters characters) {
        this.characters = characters;
    }

    /** The next record that is not blank; none at the end of the file. */
    public Optional<FixedRecord> next() throws IOException {
        while (characters.peek() != Characters.END) {
            var read = read();
            if (!read.isBlank()) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    /** Where the next record would stand. */
    public Place here() {
        return new Place(number + 1, characters.byteOffset());
    }

    private FixedRecord read() throws IOException {
        var place = here();
        number++;
        var text = new StringBuilder(FixedRecord.LENGTH);
        characters.appendPlain(text, FixedRecord.LENGTH);
        while (text.length() < FixedRecord.LENGTH && !atLineEnd()) {
            append(text);
        }
        var overlong = !skipBlanks();
        skipLineEnd();
        text.append(" ".repeat(Math.max(0, FixedRecord.LENGTH - text.length())));
        return new FixedRecord(text.substring(0, FixedRecord.LENGTH), place, overlong);
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
        var onGrid = blanks % FixedRecord.LENGTH == 0;
        number += onGrid ? blanks / FixedRecord.LENGTH : 0;
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
