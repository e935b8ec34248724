package se.aviso.app.tenancy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.Money;

/** A row of an answer, by column name; a null where none was announced is a fault of ours. */
public final class Row {
    private final ResultSet cursor;

    Row(ResultSet cursor) {
        this.cursor = cursor;
    }

    /** An id. */
    public UUID uuid(String column) {
        return present(column, optionalUuid(column));
    }

    /** A text. */
    public String text(String column) {
        return present(column, optionalText(column));
    }

    /** A day. */
    public LocalDate day(String column) {
        return present(column, optionalDay(column));
    }

    /** A point in time. */
    public Instant instant(String column) {
        return present(column, optionalInstant(column));
    }

    /** A {@code smallint} or {@code integer}. */
    public int integer(String column) {
        return present(column, optionalInteger(column));
    }

    /** A constant of an enum, kept as its number. */
    public <E extends Enum<E>> E code(String column, Class<E> type) {
        return Codes.constant(type, integer(column));
    }

    /** A {@code bigint}, or the sum of such (which is {@code numeric}), exactly. */
    public long bigint(String column) {
        return present(column, optionalBigint(column));
    }

    /** Whole öre, as they stand. */
    public long ore(String column) {
        return bigint(column);
    }

    /** Whole öre as an amount in kronor, for what is always in kronor. */
    public Money money(String column) {
        return Money.ore(bigint(column));
    }

    /** Whole minor units as an amount in the currency of another column. */
    public Money money(String column, String currency) {
        return new Money(bigint(column), Currency.getInstance(text(currency)));
    }

    /** True or false. */
    public boolean flag(String column) {
        return present(column, column(column, at -> cursor.getObject(at, Boolean.class)));
    }

    /** Raw bytes. */
    public byte[] bytes(String column) {
        return present(column, column(column, cursor::getBytes));
    }

    /** An id, if there is one. */
    public Optional<UUID> optionalUuid(String column) {
        return column(column, at -> cursor.getObject(at, UUID.class));
    }

    /** A text, if there is one. */
    public Optional<String> optionalText(String column) {
        return column(column, cursor::getString);
    }

    /** A day, if there is one. */
    public Optional<LocalDate> optionalDay(String column) {
        return column(column, at -> cursor.getObject(at, LocalDate.class));
    }

    /** A point in time, if there is one. */
    public Optional<Instant> optionalInstant(String column) {
        return column(column, at -> cursor.getObject(at, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** An {@code integer}, if there is one. */
    public Optional<Integer> optionalInteger(String column) {
        return column(column, at -> cursor.getObject(at, Integer.class));
    }

    /** A {@code bigint}, if there is one. */
    public Optional<Long> optionalBigint(String column) {
        return column(column, cursor::getBigDecimal).map(BigDecimal::longValueExact);
    }

    /** The elements of a {@code text[]}; an absent array has none. */
    public List<String> texts(String column) {
        return column(column, cursor::getArray)
                .map(array -> List.of(
                        column(column, at -> (String[]) array.getArray()).orElseThrow()))
                .orElse(List.of());
    }

    /** The elements of a {@code uuid[]}; an absent array has none. */
    public List<UUID> uuids(String column) {
        return column(column, cursor::getArray)
                .map(array ->
                        List.of(column(column, at -> (UUID[]) array.getArray()).orElseThrow()))
                .orElse(List.of());
    }

    private static <T> T present(String column, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("null in column " + column));
    }

    private static <T> Optional<T> column(String column, ColumnReader<T> reader) {
        try {
            return Optional.ofNullable(reader.read(column));
        } catch (SQLException failure) {
            throw new SqlFailure("column " + column, failure);
        }
    }

    /** Reads one column in the driver's way. */
    @FunctionalInterface
    private interface ColumnReader<T> {
        @Nullable
        T read(String column) throws SQLException;
    }
}
