package se.aviso.app.accounting;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.NamedObject;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherSink;

/**
 * The vouchers that are kept of an export as they are told to a format, counted meanwhile; no transaction is open while
 * it writes.
 */
final class KeptExtract implements BooksExtract {
    private final BooksHead head;
    private final Named named;
    private final KeptVouchers.Asked asked;
    private final KeptVouchers vouchers;
    private long entries;
    private Money posted;
    private long told;
    private Money debit;

    /** What the vouchers are for besides their accounts. */
    record Named(List<NamedDimension> dimensions, List<NamedObject> objects) {}

    KeptExtract(BooksHead head, Named named, KeptVouchers.Asked asked, KeptVouchers vouchers) {
        this.head = head;
        this.named = named;
        this.asked = asked;
        this.vouchers = vouchers;
        this.posted = Money.zero(head.currency());
        this.debit = Money.zero(head.currency());
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
        entries = 0;
        posted = Money.zero(head.currency());
        told = 0;
        debit = Money.zero(head.currency());
        var after = Optional.<KeptVouchers.Place>empty();
        do {
            var part = vouchers.part(asked, after);
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
     * Holds what was told of all against what the export says of itself.
     *
     * @throws IllegalStateException when a voucher is lost or another is told
     */
    void requireAll(long expected, Money turnover) {
        require(entries, expected, posted, turnover);
    }

    /**
     * Holds what was told of a year against what was counted of it.
     *
     * @throws IllegalStateException when a voucher is lost or another is told
     */
    void requireYear(KeptYears.Kept year) {
        require(told, year.vouchers(), debit, new Money(year.turnover(), head.currency()));
    }

    private void require(long count, long expected, Money sum, Money expectedSum) {
        if (count != expected || !sum.equals(expectedSum)) {
            throw new IllegalStateException("export " + asked.export() + " told " + count + " of " + sum
                    + " instead of " + expected + " of " + expectedSum);
        }
    }

    /** An entry counts once, by the voucher of its own day. */
    private void count(KeptVouchers.Kept kept) {
        entries += kept.voucher().id().equals(kept.entry()) ? 1 : 0;
        posted = posted.plus(kept.posted());
        told++;
        debit = kept.voucher().rows().stream()
                .map(VoucherRow::amount)
                .filter(Money::isPositive)
                .reduce(debit, Money::plus);
    }
}
