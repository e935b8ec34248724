package se.aviso.it.plugin;

import java.util.List;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/**
 * Does what a plugin must not do: it never comes back. It does nothing to the heap: what one JVM cannot contain
 * restarts the node.
 */
@Extension
public class HostilePrice implements PricePosition {
    @Override
    public String name() {
        return "FIENDE";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        Hanging.forEver();
        return List.of();
    }
}
