package se.aviso.app.refund;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.refund.PayeeAccount;
import se.aviso.refund.RefundState;

/**
 * Money that is paid back. Personal data: never logged.
 *
 * @param source where the money was before
 */
record Refund(UUID id, GroupId seller, Source source, Money amount, Payee payee, String note, Progress progress) {
    /**
     * Where the money was.
     *
     * @param member whose it is, where that is known; always where it comes of a credit balance
     * @param payment the payment of which it waited; empty where it comes of a credit balance
     */
    record Source(Optional<MemberId> member, Optional<PaymentId> payment) {}

    /** Who gets it, and where. */
    record Payee(String name, PayeeAccount account) {}

    /** Who has done what. */
    record Progress(
            RefundState state,
            String proposedBy,
            UUID proposer,
            LocalDate proposedOn,
            Optional<String> approvedBy,
            Optional<LocalDate> approvedOn,
            Optional<UUID> export,
            Optional<LocalDate> paidOn,
            String failure) {}

    RefundState state() {
        return progress.state();
    }

    /** By which the bank's file and its answers name it: a bank takes 35 characters at most. */
    String reference() {
        return id.toString().replace("-", "");
    }
}
