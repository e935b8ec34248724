package se.aviso.kernel;

import java.util.UUID;

/** The id of a membership. */
public record MembershipId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static MembershipId parse(String text) {
        return new MembershipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
