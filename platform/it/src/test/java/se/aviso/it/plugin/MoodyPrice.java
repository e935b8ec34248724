package se.aviso.it.plugin;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/** Prices as the list does; fails at some types of membership, and takes its time for others. */
@Extension
public class MoodyPrice implements PricePosition {
    /** Types at which it fails begin so. */
    public static final String FAILING = "lynnig-fel-";

    /** Types for which it takes its time begin so. */
    public static final String SLOW = "lynnig-seg-";

    /** That time. */
    public static final long SLOW_MILLIS = 2_500;

    @Override
    public String name() {
        return "LYNNIG";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        return chunk.stream().map(MoodyPrice::price).toList();
    }

    private static PricedPosition price(Position position) {
        if (position.membershipType().startsWith(FAILING)) {
            throw new IllegalStateException("not in the mood");
        }
        if (position.membershipType().startsWith(SLOW)) {
            takeTime();
        }
        return new PricedPosition.Priced(position.id(), position.listed(), "Listans pris.");
    }

    private static void takeTime() {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
