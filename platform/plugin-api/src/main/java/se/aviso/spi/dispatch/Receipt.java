package se.aviso.spi.dispatch;

import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;

/** What became of a message that was handed over. */
public sealed interface Receipt {
    /** The message's id. */
    UUID messageId();

    /**
     * The receiver took it.
     *
     * @param providerReference the receiver's own key, or the message's stable id
     * @param price what the receiver says that it costs; empty where it says nothing
     */
    record Accepted(UUID messageId, String providerReference, Optional<Money> price) implements Receipt {
        /** One of whose price nothing is said. */
        public Accepted(UUID messageId, String providerReference) {
            this(messageId, providerReference, Optional.empty());
        }
    }

    /**
     * It can never be delivered so: a bad address, a refused recipient.
     *
     * @param reason one sentence without personal data
     */
    record Refused(UUID messageId, String reason) implements Receipt {}

    /**
     * It did not work now and may later; surely nothing was handed over.
     *
     * @param reason one sentence without personal data
     * @param closed true where it is no fault of the message: the receiver takes nothing now, or does not let us in. No
     *     try of the message is counted then, and the whole channel rests for a while (since spi 1.7)
     */
    record Deferred(UUID messageId, String reason, boolean closed) implements Receipt {
        /** Of the message alone: the next one may be taken. */
        public Deferred(UUID messageId, String reason) {
            this(messageId, reason, false);
        }

        /**
         * The receiver takes nothing now, whatever is handed over.
         *
         * @since spi 1.7
         */
        public static Deferred closed(UUID messageId, String reason) {
            return new Deferred(messageId, reason, true);
        }
    }

    /**
     * Nobody knows whether it was handed over: the line broke after the content. Never sent again blindly.
     *
     * @param reason one sentence without personal data
     */
    record Unknown(UUID messageId, String reason) implements Receipt {}
}
