package se.aviso.app.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.Money;

/**
 * One document to one recipient through one channel.
 *
 * @param level of a reminder; 0 for the invoice itself
 * @param attempts how often a hand-over was tried before
 * @param forgiven so many of them were before somebody sent it again: they count no more
 * @param reminder what a reminder says beside the invoice
 */
public record Dispatch(
        UUID id,
        UUID invoice,
        DispatchDocument document,
        int level,
        int attempts,
        int forgiven,
        Optional<Reminder> reminder) {
    /**
     * What a reminder says beside the invoice; or what a notice says of the reminder that was taken back.
     *
     * @param open of the invoice on the reminder's day
     * @param fee asked for beside it, as interest is; nothing where none is. In a notice all that is credited
     * @param text the seller's own words; may be empty
     * @param wording the versions of the words round it; none of a notice
     * @param basis what fee and interest rest on; empty of a notice, and of a reminder from before it was kept
     */
    public record Reminder(
            LocalDate issuedOn,
            Money open,
            Money fee,
            Money interest,
            String text,
            List<UUID> wording,
            Optional<ChargeBasis> basis) {
        public Reminder {
            wording = List.copyOf(wording);
        }

        /** All that is to be paid. */
        public Money toPay() {
            return open.plus(fee).plus(interest);
        }
    }
}
