package se.aviso.spi.pricing;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Prices membership periods of the types that name it. It only computes: stateless, called by many threads, a whole
 * chunk at a time and never with a transaction open. The same position gets the same answer.
 *
 * @since spi 1.1
 */
public interface PricePosition extends ExtensionPoint {
    /** What membership types call it by: capitals and underscores, never changed. */
    String name();

    /**
     * The fees of each position.
     *
     * @param chunk up to some thousand positions, for which it has two minutes; while somebody signs up or writes an
     *     invoice one or a few, for which it has five seconds; up to a thousand that were billed, when settings are
     *     tried (the context says a dry run), for which it has thirty seconds. One that takes longer has answered
     *     nothing
     * @return one answer for each position, in their order; anything else is refused as a whole, and nobody is billed
     */
    List<PricedPosition> price(List<Position> chunk, PluginContext context);

    /** The names of settings that hold secrets; none unless said. */
    default Set<String> secretSettings() {
        return Set.of();
    }
}
