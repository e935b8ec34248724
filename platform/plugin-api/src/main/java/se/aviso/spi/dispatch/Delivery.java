package se.aviso.spi.dispatch;

import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;

/**
 * What became of a message after it was handed over.
 *
 * @param messageId the message, where the provider tells of our own key; else it is found by the reference
 * @param providerReference the provider's key; empty where it tells of ours alone
 * @param reason one sentence without personal data; empty where there is nothing to say
 * @param price what the provider says that the message has cost; empty where it says nothing
 */
public record Delivery(
        Optional<UUID> messageId, String providerReference, State state, String reason, Optional<Money> price) {
    /** One that says nothing of a price. */
    public Delivery(Optional<UUID> messageId, String providerReference, State state, String reason) {
        this(messageId, providerReference, state, reason, Optional.empty());
    }

    /** How far it has come. */
    public enum State {
        /** The provider goes on with it. */
        TAKEN,
        /** It has arrived. */
        DELIVERED,
        /** It came back, or never can arrive. */
        LOST
    }
}
