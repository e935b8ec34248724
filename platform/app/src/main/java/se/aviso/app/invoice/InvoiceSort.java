package se.aviso.app.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.Money;

/**
 * In which order invoices are listed. Equal ones stand in the order of their ids, so that the order is one and the same
 * at each part of the list.
 */
record InvoiceSort(By by, boolean descending) {
    /** By the day of issue, the newest first. */
    static final InvoiceSort NEWEST = new InvoiceSort(By.ISSUED, true);

    /** By the day to pay, the earliest first: what is most urgent. */
    static final InvoiceSort URGENT = new InvoiceSort(By.DUE, false);

    private static final String PARAMETER = "sort";

    /** What is compared: the word in the address, the SQL of it, and what a row has of it. */
    enum By {
        ISSUED("issuedOn", "i.issued_on", row -> row.issuedOn().toString()),
        DUE("dueOn", "i.due_on", row -> row.dueOn().toString()),
        NUMBER("number", "i.number", InvoiceRow::number),
        TOTAL("total", "i.total", row -> ore(row.total(), row.currency())),
        OPEN(
                "open",
                "coalesce(greatest(s.claimed - s.received - s.credited, 0), 0)",
                row -> row.open().map(open -> ore(open, row.currency())).orElse("0")),
        MEMBER("member", "m.number", row -> Long.toString(row.memberNumber()));

        private final String word;
        private final String sql;

        @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
        private final Function<InvoiceRow, String> key;

        By(String word, String sql, Function<InvoiceRow, String> key) {
            this.word = word;
            this.sql = sql;
            this.key = key;
        }

        String word() {
            return word;
        }

        private Object read(String text) {
            return this == ISSUED || this == DUE ? LocalDate.parse(text) : (Object) Long.valueOf(text);
        }

        private static String ore(String decimal, String currency) {
            return Long.toString(
                    Money.parse(decimal, Currency.getInstance(currency)).minorUnits());
        }
    }

    /**
     * Of the parameter {@code sort}: a word, with a minus before it for the other way round; answers 400 for others.
     */
    static InvoiceSort of(QueryParams query) {
        return query.read(PARAMETER, InvoiceSort::read).orElse(NEWEST);
    }

    /** Of a word as the parameter has it; empty for others. */
    static Optional<InvoiceSort> read(String text) {
        var descending = text.startsWith("-");
        var word = descending ? text.substring(1) : text;
        return Arrays.stream(By.values())
                .filter(by -> by.word.equals(word))
                .map(by -> new InvoiceSort(by, descending))
                .findFirst();
    }

    /** As the parameter has it. */
    String word() {
        return (descending ? "-" : "") + by.word;
    }

    /** Where the part begins that follows this row. */
    Cursor cursor(InvoiceRow row) {
        return new Cursor(word() + "=" + by.key.apply(row), row.id());
    }

    /** True of a cursor that this order has given. */
    boolean gave(Cursor cursor) {
        try {
            return key(cursor.sortKey()) != null;
        } catch (HttpProblem ofAnother) {
            return false;
        }
    }

    /** True where an index of the invoices has this order, so that a list can begin at its end. */
    boolean isIndexed() {
        return by == By.ISSUED || by == By.DUE;
    }

    /** The part that is asked for; the first one where the cursor is of another order. */
    PageRequest fitting(PageRequest part) {
        return part.after().filter(cursor -> !gave(cursor)).isPresent()
                ? new PageRequest(part.limit(), Optional.empty())
                : part;
    }

    /** What is compared, in SQL: the invoice is {@code i}, its settlement {@code s}, its member {@code m}. */
    String expression() {
        return by.sql;
    }

    /** What stands behind {@code order by}. */
    String clause() {
        var direction = descending ? " desc" : "";
        return by.sql + direction + ", i.id" + direction;
    }

    /** Those behind the last row of the part before; answers 400 for the cursor of another order. */
    Criteria behind(Criteria criteria, Optional<Cursor> last) {
        var than = descending ? " < " : " > ";
        if (last.isEmpty()) {
            return criteria;
        }
        return criteria.and(
                "(" + by.sql + ", i.id)" + than + "(?, ?)",
                key(last.get().sortKey()),
                last.get().id());
    }

    private Object key(String sortKey) {
        var word = word() + "=";
        requireSame(sortKey.startsWith(word));
        try {
            return by.read(sortKey.substring(word.length()));
        } catch (NumberFormatException | DateTimeException neverGiven) {
            throw HttpProblem.badRequest("cursor-invalid", List.of());
        }
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw HttpProblem.badRequest("cursor-invalid", List.of());
        }
    }
}
