package se.aviso.kernel;

import java.util.UUID;

/** The id of a tenant, the isolation wall. */
public record TenantId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
