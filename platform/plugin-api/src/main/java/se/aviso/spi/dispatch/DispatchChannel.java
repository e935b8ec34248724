package se.aviso.spi.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;

/**
 * Hands messages over to the outside world. Stateless; called by many threads, never inside a transaction.
 *
 * @since spi 1.0
 */
public interface DispatchChannel extends ExtensionPoint {
    /** The setting that says what one piece costs, in whole öre: a part of a text, a letter of one sheet. */
    String PIECE = "pieceOre";

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

    /**
     * Names of the other settings that a tenant can give; none unless said.
     *
     * @since spi 1.3
     */
    default Set<String> settings() {
        return Set.of();
    }

    /**
     * Names of the settings that say where it calls, those that are the operator's among them; none unless said. Where
     * one of them is changed the secrets are asked for anew: they were given to somebody else.
     *
     * @since spi 1.5
     */
    default Set<String> addressSettings() {
        return Set.of();
    }

    /**
     * What it can beside handing over; it carries documents and no more unless said.
     *
     * @since spi 1.3
     */
    default Set<Capability> capabilities() {
        return Set.of(Capability.DOCUMENTS);
    }

    /**
     * Why that recipient can never be reached so, as one sentence without personal data; empty where nothing is known
     * against it. It looks at the address alone, and asks nobody.
     *
     * @since spi 1.3
     */
    default Optional<String> refusal(Message.Recipient recipient) {
        return recipient.address().isBlank() ? Optional.of("There is no address.") : Optional.empty();
    }

    /**
     * What each of the messages costs, in the same order; the price of a piece unless said.
     *
     * @since spi 1.3
     */
    default List<Money> costs(List<Message> messages, PluginContext context) {
        var piece = Money.ore(Long.parseLong(context.setting(PIECE, "0")));
        return messages.stream().map(message -> piece).toList();
    }

    /**
     * Hands over a chunk whose documents stand in one file; only a channel with {@link Capability#PRINT} is asked to.
     * It answers as {@link #send} does.
     *
     * @since spi 1.3
     */
    default List<Receipt> print(PrintBatch batch, PluginContext context) {
        return batch.messages().stream()
                .<Receipt>map(message -> new Receipt.Refused(message.id(), "The channel prints nothing."))
                .toList();
    }

    /**
     * Asks the provider what became of messages; those of which it says nothing are left out.
     *
     * @since spi 1.3
     */
    default List<Delivery> status(List<Submitted> submitted, PluginContext context) {
        return List.of();
    }

    /**
     * Calls a message back; false when it is too late or the channel cannot.
     *
     * @since spi 1.3
     */
    default boolean cancel(Submitted submitted, PluginContext context) {
        return false;
    }

    /**
     * Reads what a provider has said. A notice that says nothing of our messages, or cannot be read, answers nothing.
     *
     * @since spi 1.3
     */
    default List<Delivery> read(Notice notice, PluginContext context) {
        return List.of();
    }

    /**
     * Fetches notices that wait at the provider. They stay there until {@link #settled} is called with them, so what
     * was not kept comes again.
     *
     * @since spi 1.3
     */
    default List<Notice> collect(PluginContext context) {
        return List.of();
    }

    /**
     * Puts aside notices that were kept.
     *
     * @since spi 1.3
     */
    default void settled(List<Notice> notices, PluginContext context) {}
}
