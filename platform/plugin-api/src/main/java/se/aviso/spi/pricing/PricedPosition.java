package se.aviso.spi.pricing;

import java.util.List;
import java.util.UUID;

/** What a plugin answers for a position. */
public sealed interface PricedPosition {
    /** The position's id. */
    UUID id();

    /**
     * It costs that much.
     *
     * @param fees the own fee, and at most one of each other part; an entry fee only for a first period
     * @param reason one sentence that stands with the invoice line as the explanation
     */
    record Priced(UUID id, List<PositionFee> fees, String reason) implements PricedPosition {
        public Priced {
            fees = List.copyOf(fees);
        }
    }

    /**
     * No price can be said: the membership is not billed, and somebody is told.
     *
     * @param reason one sentence, without personal data
     */
    record Unpriced(UUID id, String reason) implements PricedPosition {}
}
