package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;

/**
 * An invoice that is being written: to whom, for which group, with which lines. It may be changed and thrown away.
 *
 * @param id the invoice's, once it is issued
 * @param batch the batch that it was written in
 * @param dueOn empty for the usual days to pay in
 */
public record InvoiceSketch(
        UUID id,
        Optional<UUID> batch,
        GroupId group,
        MemberId member,
        Optional<LocalDate> dueOn,
        List<DraftLine> lines,
        long version) {
    public InvoiceSketch {
        lines = List.copyOf(lines);
    }
}
