package se.aviso.app.invoice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.invoice.CreditDraft;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.member.PeriodState;

/**
 * What crediting comes to, before it is done.
 *
 * @param periods the membership periods that change by it, or that do not because they are over
 */
public record CreditPreview(CreditDraft draft, Settlement before, Settlement after, List<OfPeriod> periods) {
    public CreditPreview {
        periods = List.copyOf(periods);
    }

    /** What becomes of a period. */
    public record OfPeriod(UUID id, Optional<DayRange> days, PeriodState before, PeriodState after) {}

    /** What becomes the payer's credit balance. */
    public Money kept() {
        return after.kept().minus(before.kept());
    }
}
