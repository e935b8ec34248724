package se.aviso.kernel;

import java.util.UUID;

/** The id of a payment. */
public record PaymentId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static PaymentId parse(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
