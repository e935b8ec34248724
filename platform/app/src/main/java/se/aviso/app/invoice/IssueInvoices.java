package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.invoice.Invoice;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.RunId;

/**
 * Issues any number of invoices: numbers, references, documents, ledger entries, dispatches, and what is kept for the
 * payers, in one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IssueInvoices {
    @Inject
    SeriesStore series;

    @Inject
    InvoiceBulkWriter writer;

    @Inject
    LedgerStore ledger;

    @Inject
    UseCredit credit;

    /** An issued invoice and the order that it came from. */
    public record Issued(Invoice invoice, InvoiceOrder order) {}

    /** Issues the orders; the answer is in their order. */
    public List<Issued> issue(List<InvoiceOrder> orders, LocalDate issuedOn, Optional<RunId> run) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var issued = numbered(orders, issuedOn);
        writer.write(issued, run);
        var chart = ledger.chart();
        ledger.add(issued.stream()
                .flatMap(each -> each.invoice().entry(chart).stream()
                        .map(entry ->
                                LedgerStore.Booked.of(each.order().seller().group(), entry)))
                .toList());
        credit.atIssue(issued, issuedOn);
        return issued;
    }

    /** References come before numbers: whoever issues waits for the tenant's first, and so never two for each other. */
    private long firstReference(List<InvoiceOrder> orders) {
        var without = orders.stream()
                .filter(order -> order.reference().isEmpty())
                .map(order -> order.seller().giro())
                .toList();
        return without.isEmpty() ? 0 : series.takeReferences(without, without.size());
    }

    private List<Issued> numbered(List<InvoiceOrder> orders, LocalDate issuedOn) {
        var serials =
                LongStream.iterate(firstReference(orders), serial -> serial + 1).iterator();
        var numbers = new Blocks<>(
                orders,
                order -> order.seller().group() + "/" + order.draft().kind(),
                (order, count) ->
                        series.takeNumbers(order.seller().group(), order.draft().kind(), count));
        var issued = new ArrayList<Issued>(orders.size());
        for (var order : orders) {
            var ocr = order.reference().orElseGet(() -> OcrReference.ofSerial(serials.nextLong()));
            var numbering = new InvoiceDraft.Numbering(numbers.next(order), ocr);
            issued.add(new Issued(order.draft().issue(order.id(), numbering, issuedOn), order));
        }
        return issued;
    }

    /** Blocks of numbers by key, taken in the order of the keys so that two transactions never wait for each other. */
    private static final class Blocks<T> {
        private final Function<T, String> key;
        private final TreeMap<String, Long> next = new TreeMap<>();

        Blocks(List<T> all, Function<T, String> key, Taker<T> taker) {
            this.key = key;
            var byKey = all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
            byKey.forEach((name, of) -> next.put(name, taker.take(of.get(0), of.size())));
        }

        long next(T of) {
            return next.merge(key.apply(of), 1L, Long::sum) - 1;
        }
    }

    /** Takes a block of numbers for the series that one of its members stands for. */
    private interface Taker<T> {
        long take(T of, long count);
    }
}
