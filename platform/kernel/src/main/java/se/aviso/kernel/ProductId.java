package se.aviso.kernel;

import java.util.UUID;

/** The id of a product. */
public record ProductId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static ProductId parse(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
