package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.OneOff;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/** The JSON of invoices that somebody writes. */
public final class OneOffBodies {
    private OneOffBodies() {}

    /** An invoice to be. */
    public record NewInvoice(UUID groupId, UUID memberId, Optional<LocalDate> dueOn, List<DraftLine> lines) {}

    /** What was sold at a rate: what it comes to without its tax, and the tax. */
    public record VatBody(VatRate rate, String base, String vat) {}

    /** What is wrong, where, in the caller's language. */
    public record ProblemBody(String code, String pointer, String detail) {}

    /**
     * An invoice that is being written, with what it comes to today.
     *
     * @param id absent where it is kept nowhere
     * @param payerId who gets it instead of the member, because a membership is billed and they pay for the family
     * @param problems what is in the way of issuing it; nothing is, where there are none
     */
    public record DraftBody(
            Optional<UUID> id,
            InvoiceRow.Document document,
            UUID groupId,
            UUID memberId,
            Optional<UUID> payerId,
            LocalDate dueOn,
            List<DraftLine> lines,
            List<VatBody> vat,
            String total,
            String currency,
            List<ProblemBody> problems) {}

    /** A draft as lists show it. */
    public record ListedDraft(
            UUID id,
            UUID groupId,
            String groupName,
            UUID memberId,
            long memberNumber,
            int lines,
            Optional<LocalDate> dueOn) {
        static ListedDraft of(SketchStore.Listed listed) {
            var sketch = listed.sketch();
            return new ListedDraft(
                    sketch.id(),
                    sketch.group().value(),
                    listed.groupName(),
                    sketch.member().value(),
                    listed.memberNumber(),
                    sketch.lines().size(),
                    sketch.dueOn());
        }
    }

    /**
     * What was sold at each rate, the highest first: the tax is the sum of the lines' taxes, as the ledger books it.
     */
    static List<VatBody> vat(List<InvoiceLine> lines) {
        return OneOff.sums(lines).entrySet().stream()
                .map(sum -> vat(sum, taxes(lines, sum.getKey())))
                .toList();
    }

    private static VatBody vat(Map.Entry<VatRate, Money> sum, Money tax) {
        return new VatBody(sum.getKey(), sum.getValue().minus(tax).toDecimal(), tax.toDecimal());
    }

    private static Money taxes(List<InvoiceLine> lines, VatRate rate) {
        return lines.stream()
                .filter(line -> line.terms().vat() == rate)
                .map(InvoiceLine::vatAmount)
                .reduce(Money.ore(0), Money::plus);
    }

    /** The sum of lines, VAT included. */
    static Money total(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(Money.ore(0), Money::plus);
    }
}
