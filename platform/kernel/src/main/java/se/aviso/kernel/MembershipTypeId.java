package se.aviso.kernel;

import java.util.UUID;

/** The id of a membership type. */
public record MembershipTypeId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static MembershipTypeId parse(String text) {
        return new MembershipTypeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
