package se.aviso.invoice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;

/**
 * What one document has billed a family for, of one type in one group: it counts whole against the family's cap, for as
 * long as one of its periods runs.
 *
 * @param periods those that are offered, paid or over; empty days while one waits for its first settlement. What was
 *     withdrawn, recalled or lapsed is none: nobody pays for it
 * @param fees what the document claims for them, entry fees apart, without what was credited since
 */
public record FamilyBill(List<Optional<DayRange>> periods, Money fees) {
    public FamilyBill {
        periods = List.copyOf(periods);
    }

    /** The bill that a draft becomes. */
    public static FamilyBill of(List<Optional<DayRange>> periods, List<InvoiceLine> lines) {
        var fees = lines.stream()
                .filter(line -> isFee(line.what().kind()))
                .map(InvoiceLine::amount)
                .reduce(Money.ore(0), Money::plus);
        return new FamilyBill(periods, fees);
    }

    /** True for the lines that the cap is a cap of: fees, and what is taken off them. */
    public static boolean isFee(InvoiceLine.Kind kind) {
        return kind == InvoiceLine.Kind.MEMBERSHIP || kind == InvoiceLine.Kind.DISCOUNT;
    }

    /**
     * What a family has been billed for already when periods are billed that begin on these days: the documents that
     * have a period which runs on one of them. Families whose periods all begin on one day pay the cap once a season;
     * where each has days of their own, the periods that run at once come to no more than the cap together.
     *
     * @param starts the first days of the periods that are to be billed
     */
    public static Money before(List<FamilyBill> bills, Collection<LocalDate> starts) {
        return bills.stream()
                .filter(bill -> bill.runsOn(starts))
                .map(FamilyBill::fees)
                .reduce(Money.ore(0), Money::plus);
    }

    private boolean runsOn(Collection<LocalDate> starts) {
        return periods.stream()
                .anyMatch(days -> days.map(range -> starts.stream().anyMatch(range::contains))
                        .orElse(true));
    }
}
