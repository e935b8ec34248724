package se.aviso.app.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.payment.FileUndoing;

/**
 * What undoing a bank file does; amounts as decimal texts. Of long lists the first stand here, with how many there are.
 *
 * @param possible false while something hinders, or there is nothing to undo
 * @param alsoIn other files, of another format, that told of payments of this one
 * @param undone by whom, when and why, where it is done
 */
public record UndoPreview(
        UUID bankFileId,
        BankFileState state,
        boolean possible,
        long payments,
        List<Sum> sums,
        Opened opened,
        List<AlsoIn> alsoIn,
        Hindered hindered,
        Optional<Done> undone) {
    public UndoPreview {
        sums = List.copyOf(sums);
        alsoIn = List.copyOf(alsoIn);
    }

    /** The sums of a currency: what came, and where it stands. */
    public record Sum(
            String currency,
            long payments,
            long deductions,
            String amount,
            String allocated,
            String kept,
            String waiting) {}

    /**
     * What opens again.
     *
     * @param periods how many paid periods are unpaid then
     * @param offers how many of the claims came of offers: they stand, and are owed
     */
    public record Opened(long invoices, long periods, long offers, List<OpenedInvoice> first) {
        public Opened {
            first = List.copyOf(first);
        }
    }

    /** An invoice that opens again, and how much it gives back. */
    public record OpenedInvoice(UUID invoiceId, String number, String amount, String currency) {}

    /** Another file that told of so many of the payments; handed in anew it books them. */
    public record AlsoIn(UUID bankFileId, String name, long payments) {}

    /** What hinders: how many payments, and the first of them. */
    public record Hindered(long payments, List<Hindrance> first) {
        public Hindered {
            first = List.copyOf(first);
        }
    }

    /** A payment that hinders, by its place in the file, and how much of it. */
    public record Hindrance(
            UUID paymentId,
            long record,
            long byteOffset,
            String amount,
            String currency,
            FileUndoing.Obstacle obstacle) {}

    /** That it is done. */
    public record Done(String by, LocalDate on, Instant at, String reason, int payments) {}
}
