package se.aviso.bank.camt;

import java.util.Optional;

/** Which way money went ({@code CdtDbtInd}). */
enum Direction {
    CRDT,
    DBIT;

    /** The direction of that code; empty for any other text. */
    static Optional<Direction> of(String code) {
        return switch (code) {
            case "CRDT" -> Optional.of(CRDT);
            case "DBIT" -> Optional.of(DBIT);
            default -> Optional.empty();
        };
    }

    long signed(long minorUnits) {
        return this == CRDT ? minorUnits : -minorUnits;
    }
}
