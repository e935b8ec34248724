package se.aviso.spi.dispatch;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Hands messages over to the outside world. Stateless; called by many threads, never inside a transaction.
 *
 * @since spi 1.0
 */
public interface DispatchChannel extends ExtensionPoint {
    /** The stable name of the channel, as it stands in the REST API: {@code EMAIL}, {@code SMS}, {@code LETTER}. */
    String name();

    /**
     * Hands over a chunk of messages and answers one receipt for each, in the same order.
     *
     * <p>A message handed over twice (same id, after a crash) must be recognisable to the receiver as the same one.
     * What goes wrong with one message becomes its receipt and never harms the others.
     */
    List<Receipt> send(List<Message> messages, PluginContext context);

    /** Names of the settings that hold secrets; none unless said. */
    default Set<String> secretSettings() {
        return Set.of();
    }
}
