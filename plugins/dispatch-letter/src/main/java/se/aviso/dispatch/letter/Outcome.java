package se.aviso.dispatch.letter;

import java.util.UUID;
import se.aviso.spi.dispatch.Receipt;

/**
 * What became of a batch, and so of each of its letters.
 *
 * @param text the batch's name where it was taken, else what went wrong
 */
record Outcome(Kind kind, String text) {
    /** How it ended. */
    enum Kind {
        TAKEN,
        DEFERRED,
        UNKNOWN
    }

    Receipt receipt(UUID letter) {
        return switch (kind) {
            case TAKEN -> new Receipt.Accepted(letter, text);
            case DEFERRED -> Receipt.Deferred.closed(letter, text);
            case UNKNOWN -> new Receipt.Unknown(letter, text);
        };
    }
}
