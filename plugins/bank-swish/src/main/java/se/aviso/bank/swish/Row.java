package se.aviso.bank.swish;

import java.util.ArrayList;
import java.util.List;
import se.aviso.spi.bank.Place;

/**
 * One line of a report that is not blank.
 *
 * @param ended true when a line end follows, and not the end of the file
 */
record Row(String text, Place place, boolean ended) {
    /** What stands between the separators, without the blanks around it; a field in quotes may hold separators. */
    List<String> fields(char separator) {
        var fields = new ArrayList<String>();
        var at = 0;
        while (at <= text.length()) {
            var quoted = quotedEnd(at, separator);
            var end = quoted < 0 ? text.indexOf(separator, at) : quoted;
            var stop = end < 0 ? text.length() : end;
            var field = text.substring(at, stop).strip();
            fields.add(
                    quoted < 0
                            ? field
                            : field.substring(1, field.length() - 1)
                                    .replace("\"\"", "\"")
                                    .strip());
            at = stop + 1;
        }
        return fields;
    }

    /** Where a field in quotes ends; less than nought where there is none, for a text may just begin with a quote. */
    private int quotedEnd(int from, char separator) {
        if (from >= text.length() || text.charAt(from) != '"') {
            return -1;
        }
        for (var quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                quote++;
            } else {
                return quote + 1 == text.length() || text.charAt(quote + 1) == separator ? quote + 1 : -1;
            }
        }
        return -1;
    }
}
