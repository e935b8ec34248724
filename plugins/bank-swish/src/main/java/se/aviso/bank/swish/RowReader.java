package se.aviso.bank.swish;

import java.io.IOException;
import java.util.Optional;
import se.aviso.banktext.Characters;
import se.aviso.banktext.Problems;
import se.aviso.spi.bank.Place;

/** Cuts characters into lines; blank lines count, so that a row's number is its line in an editor. */
final class RowReader {
    /** Many times what the longest names and messages need. */
    private static final int LONGEST = 4_000;

    private final Characters characters;
    private final Problems problems;
    private long number;

    RowReader(Characters characters, Problems problems) {
        this.characters = characters;
        this.problems = problems;
    }

    /** The next line that is not blank; none at the end of the file, or when a line is no line of a report. */
    Optional<Row> next() throws IOException {
        while (characters.peek() != Characters.END && !problems.stopped()) {
            var row = read();
            if (!row.text().isBlank()) {
                return problems.stopped() ? Optional.empty() : Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Where the next line would stand. */
    Place here() {
        return new Place(number + 1, characters.byteOffset());
    }

    private Row read() throws IOException {
        var place = here();
        number++;
        var text = new StringBuilder();
        while (!atLineEnd()) {
            var character = (char) characters.peek();
            if ((character < ' ' && character != '\t') || character == 0x7f) {
                problems.stop("BAD_CHARACTER", "the row holds a control character", place);
            } else if (text.length() == LONGEST) {
                problems.stop("LONG_ROW", "a row is longer than " + LONGEST + " characters", place);
            }
            if (problems.stopped()) {
                return new Row(text.toString(), place, false);
            }
            text.append(character);
            characters.skip();
        }
        var ended = characters.peek() != Characters.END;
        skipLineEnd();
        return new Row(text.toString(), place, ended);
    }

    private void skipLineEnd() throws IOException {
        var end = characters.peek();
        if (end != Characters.END) {
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
