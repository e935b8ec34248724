package se.aviso.kernel;

import java.util.UUID;

/** The id of a run. */
public record RunId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
