package se.aviso.spi.accounting;

import java.time.LocalDate;
import java.util.List;

/**
 * A row as a rule wants it.
 *
 * @param day the voucher's own, or a later one for what belongs to a later month
 * @since spi 1.4
 */
public record RuledRow(LocalDate day, VoucherRow row) {
    /** The part as it was posted. */
    public static RuledRow unchanged(PostedPart part) {
        return new RuledRow(part.day(), new VoucherRow(part.account(), part.amount(), List.of(), ""));
    }
}
