package se.aviso.it.plugin;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/**
 * Does what a plugin must not do: it never comes back, and is deaf to being stopped. It does nothing to the heap: what
 * one JVM cannot contain restarts the node.
 */
@Extension
public class HostilePrice implements PricePosition {
    @Override
    public String name() {
        return "FIENDE";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        var turns = 0L;
        while (turns >= 0) {
            turns += Thread.interrupted() ? 0 : 1; // one that stays interrupted parks no more, and spins for ever
            turns %= Integer.MAX_VALUE;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // the others need the machine too
        }
        return List.of();
    }
}
