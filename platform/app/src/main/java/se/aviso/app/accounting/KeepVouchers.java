package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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

    /** What fails is tried again after that; whoever fetches its file tries at once. */
    private static final Duration REST = Duration.ofMinutes(5);

    @Inject
    KeptVouchers kept;

    @Inject
    KeptObjects objects;

    @Inject
    TellVouchers vouchers;

    @Inject
    ExportRules rules;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

    /**
     * Decides what is undecided of the tenant's exports, the oldest first, until there is nothing or the house closes.
     */
    public void decideSome(BooleanSupplier stopping) {
        for (var export : kept.undecided(IN_A_TURN)) {
            if (!resting.getOrDefault(export, Instant.MIN).isAfter(clock.instant())) {
                attempt(export, stopping);
            }
        }
    }

    /** One that cannot be decided stands in no other's way. */
    private void attempt(UUID export, BooleanSupplier stopping) {
        try {
            var more = true;
            while (more && !stopping.getAsBoolean()) {
                more = decideNext(export);
            }
            resting.remove(export);
        } catch (RuntimeException undecided) {
            resting.put(export, clock.instant().plus(REST));
            LOG.log(System.Logger.Level.ERROR, "accounting export " + export + " could not be decided", undecided);
        }
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
        if (part.size() == TellVouchers.PART) {
            return true;
        }
        objects.finish(export, rules.dimensions(export));
        return false;
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
