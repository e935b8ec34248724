package se.aviso.accounting;

import java.time.LocalDate;
import java.util.Map;
import se.aviso.kernel.RuleViolation;

/** The days of a seller's books that leave for the general ledger, both included. */
public record ExportPeriod(LocalDate firstDay, LocalDate lastDay) {
    /**
     * Holds a wish against the rules: days that have been, in their order.
     *
     * @throws RuleViolation at {@code /lastDay}
     */
    public void requireExportable(LocalDate today) {
        if (lastDay.isBefore(firstDay)) {
            throw RuleViolation.at("/lastDay", "export-period", Map.of());
        }
        if (lastDay.isAfter(today)) {
            throw RuleViolation.at("/lastDay", "export-future", Map.of());
        }
    }
}
