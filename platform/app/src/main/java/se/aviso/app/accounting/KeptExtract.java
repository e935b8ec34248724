package se.aviso.app.accounting;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.NamedObject;
import se.aviso.spi.accounting.VoucherSink;

/**
 * The vouchers that are kept of an export as they are told to a format, counted meanwhile; no transaction is open while
 * it writes.
 */
final class KeptExtract implements BooksExtract {
    private final BooksHead head;
    private final Named named;
    private final UUID export;
    private final KeptVouchers vouchers;
    private long told;
    private Money turnover;

    /** What the vouchers are for besides their accounts. */
    record Named(List<NamedDimension> dimensions, List<NamedObject> objects) {}

    KeptExtract(BooksHead head, Named named, UUID export, KeptVouchers vouchers) {
        this.head = head;
        this.named = named;
        this.export = export;
        this.vouchers = vouchers;
        this.turnover = Money.zero(head.currency());
    }

    @Override
    public BooksHead head() {
        return head;
    }

    @Override
    public List<NamedDimension> dimensions() {
        return named.dimensions();
    }

    @Override
    public List<NamedObject> objects() {
        return named.objects();
    }

    @Override
    public void tell(VoucherSink sink) throws IOException {
        told = 0;
        turnover = Money.zero(head.currency());
        var after = Optional.<KeptVouchers.Place>empty();
        do {
            var part = vouchers.part(export, head.currency(), after);
            for (var kept : part) {
                count(kept);
                sink.voucher(kept.voucher());
            }
            after = part.size() < KeptVouchers.PART
                    ? Optional.empty()
                    : Optional.of(part.get(part.size() - 1).place());
        } while (after.isPresent());
    }

    /**
     * Holds what was told against what the export says of itself.
     *
     * @throws IllegalStateException when a voucher is lost or another is told
     */
    void require(long expected, Money expectedTurnover) {
        if (told != expected || !turnover.equals(expectedTurnover)) {
            throw new IllegalStateException("export " + export + " told " + told + " entries of " + turnover
                    + " instead of " + expected + " of " + expectedTurnover);
        }
    }

    /** An entry counts once, by the voucher of its own day. */
    private void count(KeptVouchers.Kept kept) {
        told += kept.voucher().id().equals(kept.entry()) ? 1 : 0;
        turnover = turnover.plus(kept.posted());
    }
}
