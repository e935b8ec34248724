package se.aviso.spi.accounting;

import java.io.IOException;
import java.util.List;

/** A part of a seller's books: each voucher balances, and all are of the head's seller, days and currency. */
public interface BooksExtract {
    /** Whose books, and which part of them. */
    BooksHead head();

    /** Tells the vouchers, in the order in which they were booked. */
    void tell(VoucherSink sink) throws IOException;

    /**
     * The dimensions that the rows use and those that they are under, each after the one above it.
     *
     * @since spi 1.6
     */
    default List<NamedDimension> dimensions() {
        return List.of();
    }

    /**
     * The objects that the rows use, dimension by dimension; at most a hundred thousand.
     *
     * @since spi 1.6
     */
    default List<NamedObject> objects() {
        return List.of();
    }
}
