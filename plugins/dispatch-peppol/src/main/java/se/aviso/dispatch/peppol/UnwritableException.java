package se.aviso.dispatch.peppol;

/** A document that no invoice of the network can say. */
final class UnwritableException extends Exception {
    /** @param reason one sentence without personal data */
    UnwritableException(String reason) {
        super(reason);
    }

    /** Why, as one sentence without personal data. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
