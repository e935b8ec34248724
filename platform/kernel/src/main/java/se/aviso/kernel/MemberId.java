package se.aviso.kernel;

import java.util.UUID;

/** The id of a member. */
public record MemberId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static MemberId parse(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
