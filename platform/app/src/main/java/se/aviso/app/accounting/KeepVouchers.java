package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import se.aviso.accounting.Hindrance;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/**
 * Has the rules of exports decide, a chunk at a time, and what they say kept. No transaction is open while they are
 * asked; whoever comes next goes on where the last chunk ended.
 */
@ApplicationScoped
public class KeepVouchers {
    private static final System.Logger LOG = System.getLogger(KeepVouchers.class.getName());

    /** So many exports are looked at in a turn. */
    private static final int IN_A_TURN = 50;

    @Inject
    KeptVouchers kept;

    @Inject
    KeptObjects objects;

    @Inject
    KeptYears years;

    @Inject
    TellVouchers vouchers;

    @Inject
    ExportRules rules;

    @Inject
    ExportTroubles troubles;

    /**
     * Decides a chunk of each of the tenant's exports that can be, so that a long one holds up no other.
     *
     * @return true where there is more of one of them, and the house does not close
     */
    public boolean decideSome(BooleanSupplier stopping) {
        var more = false;
        for (var export : troubles.ready(IN_A_TURN)) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            more |= attempt(export);
        }
        return more;
    }

    /** One that cannot be decided rests, and stands in no other's way. */
    private boolean attempt(UUID export) {
        try {
            return decideNext(export);
        } catch (RuntimeException undecided) {
            LOG.log(System.Logger.Level.ERROR, "accounting export " + export + " could not be decided", undecided);
            troubles.note(export, hindrance(export, undecided));
            return false;
        }
    }

    private Hindrance hindrance(UUID export, RuntimeException undecided) {
        if (!rules.areThere(export)) {
            return Hindrance.MISSING;
        }
        return undecided instanceof PluginFailure silent
                ? Hindrance.valueOf(silent.kind().name())
                : Hindrance.INTERNAL;
    }

    /**
     * Decides what is left of an export.
     *
     * @throws PluginFailure when the rules say nothing, or what makes another sum than was posted
     */
    void decide(UUID export) {
        while (decideNext(export)) {
            Thread.onSpinWait();
        }
    }

    /** Decides the next chunk; true while there may be another. */
    private boolean decideNext(UUID export) {
        if (kept.isDecided(export)) {
            return false;
        }
        var after = kept.last(export);
        var part = vouchers.part(export, after);
        kept.keep(export, after, decided(rules.ruling(export).ruled(part)));
        var more = part.size() == TellVouchers.PART;
        if (!more) {
            years.add(export);
            objects.finish(export, rules.dimensions(export));
        }
        troubles.over(export);
        return more;
    }

    private static List<KeptVouchers.Kept> decided(List<ExportRules.Ruled> chunk) {
        return chunk.stream().flatMap(KeepVouchers::kept).toList();
    }

    private static Stream<KeptVouchers.Kept> kept(ExportRules.Ruled ruled) {
        var entry = ruled.posted().id();
        var debit = debit(ruled.posted());
        return ruled.written().stream()
                .map(voucher -> new KeptVouchers.Kept(
                        entry, voucher.id().equals(entry) ? debit : Money.zero(debit.currency()), voucher));
    }

    private static Money debit(Voucher posted) {
        var currency = posted.rows().get(0).amount().currency();
        return posted.rows().stream()
                .map(VoucherRow::amount)
                .filter(Money::isPositive)
                .reduce(Money.zero(currency), Money::plus);
    }
}
