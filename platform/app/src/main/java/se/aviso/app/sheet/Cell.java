package se.aviso.app.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What stands in a cell: a spreadsheet sorts and sums by its kind. */
public sealed interface Cell {
    /** Nothing. */
    Cell NOTHING = new Text("");

    /** A text, which is never taken for a formula. */
    record Text(String text) implements Cell {}

    /** A whole number. */
    record Whole(long number) implements Cell {}

    /** An amount with two decimals; the currency has a column of its own. */
    record Amount(BigDecimal amount) implements Cell {}

    /** A day. */
    record Day(LocalDate day) implements Cell {}

    /** An amount as the API writes it: {@code "300.00"}. */
    static Cell amount(String decimal) {
        return new Amount(new BigDecimal(decimal));
    }

    /** The same, or nothing. */
    static Cell amount(Optional<String> decimal) {
        return decimal.map(Cell::amount).orElse(NOTHING);
    }
}
