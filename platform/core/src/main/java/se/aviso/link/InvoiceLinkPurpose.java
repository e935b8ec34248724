package se.aviso.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a link to an invoice was made for; an invoice has one for each. The order is the code in the database. */
public enum InvoiceLinkPurpose {
    /** Shown to who has just joined, in the browser in which they did; nobody has proven an address there. */
    WELCOME(Duration.ofHours(24), Duration.ZERO),
    /** In the mail of the invoice or offer. */
    INVOICE(Duration.ofDays(90), Duration.ofDays(60)),
    /** In the mail of the latest reminder. */
    REMINDER(Duration.ofDays(90), Duration.ofDays(60));

    private final Duration atLeast;
    private final Duration afterDue;

    InvoiceLinkPurpose(Duration atLeast, Duration afterDue) {
        this.atLeast = atLeast;
        this.afterDue = afterDue;
    }

    /** When a link expires that is made now: who pays late must still find out what and where. */
    public Instant expiresAt(Instant now, LocalDate dueOn) {
        var soonest = now.plus(atLeast);
        var late = dueOn.atStartOfDay(ZoneOffset.UTC).toInstant().plus(afterDue);
        return afterDue.isZero() || late.isBefore(soonest) ? soonest : late;
    }
}
