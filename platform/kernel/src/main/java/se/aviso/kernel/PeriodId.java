package se.aviso.kernel;

import java.util.UUID;

/** The id of a membership period. */
public record PeriodId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static PeriodId parse(String text) {
        return new PeriodId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
