package se.aviso.app.accounting;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.BooksExtract;
import se.aviso.spi.accounting.BooksHead;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherSink;

/**
 * The vouchers of an export as they are told to a format, counted meanwhile; no transaction is open while it writes.
 */
final class KeptExtract implements BooksExtract {
    private final BooksHead head;
    private final UUID export;
    private final TellVouchers vouchers;
    private final ExportRules.Ruling rules;
    private Optional<PluginFailure> refused = Optional.empty();
    private long told;
    private Money turnover;

    KeptExtract(BooksHead head, UUID export, TellVouchers vouchers, ExportRules.Ruling rules) {
        this.head = head;
        this.export = export;
        this.vouchers = vouchers;
        this.rules = rules;
        this.turnover = Money.zero(head.currency());
    }

    @Override
    public BooksHead head() {
        return head;
    }

    @Override
    public void tell(VoucherSink sink) throws IOException {
        told = 0;
        turnover = Money.zero(head.currency());
        var after = Optional.<UUID>empty();
        do {
            var part = vouchers.part(export, after);
            part.forEach(this::count);
            for (var voucher : ruled(part)) {
                sink.voucher(voucher);
            }
            after = part.size() < TellVouchers.PART
                    ? Optional.empty()
                    : Optional.of(part.get(part.size() - 1).id());
        } while (after.isPresent() && refused.isEmpty());
    }

    /** Rules that fail are not the format's fault: it is told nothing more, and comes to its end. */
    private List<Voucher> ruled(List<Voucher> part) {
        try {
            return rules.ruled(part);
        } catch (PluginFailure unruled) {
            refused = Optional.of(unruled);
            return List.of();
        }
    }

    /**
     * Holds what was told against what the export says of itself.
     *
     * @throws PluginFailure when the rules said nothing, or what makes another sum than was posted
     * @throws IllegalStateException when a voucher is lost or another is told
     */
    void require(long expected, Money expectedTurnover) {
        refused.ifPresent(unruled -> {
            throw unruled;
        });
        if (told != expected || !turnover.equals(expectedTurnover)) {
            throw new IllegalStateException("export " + export + " told " + told + " vouchers of " + turnover
                    + " instead of " + expected + " of " + expectedTurnover);
        }
    }

    private void count(Voucher voucher) {
        told++;
        var debit = voucher.rows().stream()
                .map(VoucherRow::amount)
                .filter(Money::isPositive)
                .reduce(Money.zero(currency()), Money::plus);
        turnover = turnover.plus(debit);
    }

    private Currency currency() {
        return head.currency();
    }
}
