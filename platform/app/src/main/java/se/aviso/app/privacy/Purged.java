package se.aviso.app.privacy;

/**
 * How many invoices and payments name nobody any more, and how many keys of old requests and files of collectors are
 * gone.
 */
public record Purged(long invoices, long payments, long keys, long collectorFiles) {
    /** Nothing. */
    static final Purged NOTHING = new Purged(0, 0, 0, 0);

    Purged plus(Purged more) {
        return new Purged(
                invoices + more.invoices,
                payments + more.payments,
                keys + more.keys,
                collectorFiles + more.collectorFiles);
    }

    /** True when nothing goes. */
    public boolean isNothing() {
        return invoices + payments + keys + collectorFiles == 0;
    }
}
