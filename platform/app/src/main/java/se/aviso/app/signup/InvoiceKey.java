package se.aviso.app.signup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.InvoiceId;

/** Opens one invoice to who has just signed up, without log-in, for some hours. */
record InvoiceKey(InvoiceId invoice, Instant until) {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String PURPOSE = "invoice";

    /** A key that is good from now on. */
    static InvoiceKey of(InvoiceId invoice, Instant now) {
        return new InvoiceKey(invoice, now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The key as it stands in an address. */
    String sealed(Seal seal) {
        return seal.close(String.join(" ", PURPOSE, invoice.toString(), Long.toString(until.getEpochSecond())));
    }

    /** Reads a key that we have made and that is still good. */
    static Optional<InvoiceKey> read(String sealed, Seal seal, Instant now) {
        return seal.open(sealed)
                .map(text -> text.split(" "))
                .filter(parts -> parts.length == 3 && parts[0].equals(PURPOSE))
                .map(parts -> new InvoiceKey(
                        new InvoiceId(UUID.fromString(parts[1])), Instant.ofEpochSecond(Long.parseLong(parts[2]))))
                .filter(key -> now.isBefore(key.until()));
    }
}
