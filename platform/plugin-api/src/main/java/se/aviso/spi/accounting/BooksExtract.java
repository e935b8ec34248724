package se.aviso.spi.accounting;

import java.io.IOException;

/** A part of a seller's books: each voucher balances, and all are of the head's seller, days and currency. */
public interface BooksExtract {
    /** Whose books, and which part of them. */
    BooksHead head();

    /** Tells the vouchers, in the order in which they were booked. */
    void tell(VoucherSink sink) throws IOException;
}
