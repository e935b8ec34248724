package se.aviso.app.tenancy;

/** Makes a value of a row. */
@FunctionalInterface
public interface RowReader<T> {
    /** Reads the columns it needs; the row is gone afterwards. */
    T read(Row row);
}
