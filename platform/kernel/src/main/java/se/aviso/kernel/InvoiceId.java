package se.aviso.kernel;

import java.util.UUID;

/** The id of an invoice, offer or credit note. */
public record InvoiceId(UUID value) {
    /** Reads the canonical text form of a UUID. */
    public static InvoiceId parse(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
