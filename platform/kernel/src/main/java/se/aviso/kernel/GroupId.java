package se.aviso.kernel;

import java.util.UUID;

/** The id of a group of the tenant's tree. */
public record GroupId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static GroupId parse(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
