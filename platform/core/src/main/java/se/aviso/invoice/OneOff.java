package se.aviso.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;

/**
 * What an invoice that somebody writes by hand must hold to: something is sold, nobody is owed by it, a discount does
 * not exceed what it is a discount on, and the due day comes neither before the invoice nor years behind it.
 */
public final class OneOff {
    /** The most lines of one invoice. */
    public static final int MOST_LINES = 100;

    /** The days to pay in, where nothing is said. */
    public static final int PAYMENT_TERM_DAYS = 30;

    private static final int LATEST_DUE_DAYS = 366;
    private static final long MOST_MINOR_UNITS = 1_000_000_000_00L;

    private OneOff() {}

    /** The due day of an invoice of that day. */
    public static LocalDate dueOn(Optional<LocalDate> wished, LocalDate issuedOn) {
        return wished.orElseGet(() -> issuedOn.plusDays(PAYMENT_TERM_DAYS));
    }

    /** Everything that is wrong with it; pointers are those of the lines and of {@code dueOn}. */
    public static List<Fault> faults(List<InvoiceLine> lines, LocalDate dueOn, LocalDate issuedOn) {
        var faults = new ArrayList<Fault>();
        if (dueOn.isBefore(issuedOn) || dueOn.isAfter(issuedOn.plusDays(LATEST_DUE_DAYS))) {
            var last = issuedOn.plusDays(LATEST_DUE_DAYS);
            faults.add(
                    new Fault("one-off-due", "/dueOn", Map.of("first", issuedOn.toString(), "last", last.toString())));
        }
        if (lines.size() > MOST_LINES) {
            faults.add(new Fault("one-off-long", "/lines", Map.of("most", Integer.toString(MOST_LINES))));
        }
        if (lines.stream().allMatch(InvoiceLine::isWords)) {
            faults.add(new Fault("one-off-empty", "/lines", Map.of()));
        } else {
            amounts(lines).ifPresent(faults::add);
        }
        return List.copyOf(faults);
    }

    /**
     * The draft of it.
     *
     * @throws RuleViolation naming everything that is wrong
     */
    public static InvoiceDraft draft(List<InvoiceLine> lines, LocalDate dueOn, LocalDate issuedOn) {
        var faults = faults(lines, dueOn, issuedOn);
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new InvoiceDraft(InvoiceKind.CLAIM, Occasion.ONE_OFF, dueOn, lines);
    }

    /** What the lines come to at each rate, the highest rate first; lines that only say something do not count. */
    public static Map<VatRate, Money> sums(List<InvoiceLine> lines) {
        var sums = new EnumMap<VatRate, Money>(VatRate.class);
        lines.stream()
                .filter(line -> !line.isWords())
                .forEach(line -> sums.merge(line.terms().vat(), line.amount(), Money::plus));
        return sums;
    }

    /** A discount at another rate than what it is given on would make the tax wrong. */
    private static Optional<Fault> amounts(List<InvoiceLine> lines) {
        var sums = sums(lines);
        var total = sums.values().stream().reduce(Money::plus).orElseThrow();
        if (total.isNegative()) {
            return Optional.of(new Fault("one-off-negative", "/lines", Map.of("total", total.toDecimal())));
        }
        if (total.minorUnits() > MOST_MINOR_UNITS) {
            return Optional.of(new Fault("one-off-too-much", "/lines", Map.of("total", total.toDecimal())));
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().isNegative())
                .findFirst()
                .map(sum -> new Fault(
                        "one-off-discount-rate",
                        "/lines",
                        Map.of("vat", sum.getKey().name(), "sum", sum.getValue().toDecimal())));
    }
}
