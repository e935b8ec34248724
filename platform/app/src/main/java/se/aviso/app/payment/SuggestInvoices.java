package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Permission;
import se.aviso.app.web.WrittenAmount;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.Clues;
import se.aviso.payment.Evidence;
import se.aviso.payment.ReferenceWords;
import se.aviso.payment.Suggestion;

/** Shows a person the invoices that money in suspense may be for: by what the payment tells, or by a search. */
@ApplicationScoped
@Transactional
public class SuggestInvoices {
    private static final int MOST = 8;
    private static final int MOST_FOUND = 20;
    private static final int FEW = 3;
    private static final int LONGEST_NUMBER = 12;

    @Inject
    Caller caller;

    @Inject
    SuspenseStore suspense;

    @Inject
    FoundInvoiceStore invoices;

    /**
     * An invoice with the reasons for it. Personal data: never logged.
     *
     * @param likely true when a person need only nod
     */
    public record Suggested(
            UUID invoiceId,
            InvoiceKind kind,
            String number,
            String ocr,
            String memberName,
            String groupName,
            LocalDate dueOn,
            String open,
            String currency,
            boolean choosable,
            boolean likely,
            List<Evidence> evidence) {}

    /** What the payment may be for, the likeliest first; empty when nothing waits. */
    public List<Suggested> suggest(UUID paymentId) {
        var payment = visible(paymentId);
        var rest = payment.waiting().rest();
        if (!rest.isPositive()) {
            return List.of();
        }
        var clues = payment.clues();
        var found = invoices.read(candidates(payment, clues), paths()).stream()
                .filter(each -> each.seller().equals(payment.waiting().seller()))
                .toList();
        return shown(found, Suggestion.among(candidates(found), clues, MOST));
    }

    /** What a person finds by number, reference, amount, or the member's name; each with what speaks for it. */
    public List<Suggested> search(UUID paymentId, String text) {
        var payment = visible(paymentId);
        var clues = payment.clues();
        var found = invoices.read(looked(payment, text), paths()).stream()
                .filter(each -> each.seller().equals(payment.waiting().seller()))
                .limit(MOST_FOUND)
                .toList();
        var suggestions = candidates(found).stream()
                .map(candidate -> Suggestion.of(candidate, clues))
                .sorted(Comparator.comparing(each -> !each.choosable()))
                .toList();
        return shown(found, suggestions);
    }

    /** Those of the invoices that the caller may see, in this order; each with what speaks for it. */
    public List<Suggested> chosen(UUID paymentId, List<UUID> ids) {
        var clues = visible(paymentId).clues();
        var found = invoices.read(ids, paths());
        var suggestions = ids.stream()
                .flatMap(id -> found.stream().filter(each -> each.isMeantBy(id)))
                .distinct()
                .map(each -> Suggestion.of(each.candidate(), clues))
                .toList();
        return shown(found, suggestions);
    }

    private Set<UUID> candidates(HeldPayment payment, Clues clues) {
        var seller = payment.waiting().seller();
        var rest = payment.waiting().rest();
        var references = new LinkedHashSet<>(clues.given());
        references.addAll(clues.meant());
        var ids = new LinkedHashSet<>(invoices.byReference(references));
        ids.addAll(invoices.byNumber(seller, clues.numbers()));
        var words = new LinkedHashSet<>(clues.names());
        clues.numbers().forEach(number -> words.add(Long.toString(number)));
        ids.addAll(invoices.byWords(seller, words, rest));
        var sameAmount = invoices.byAmount(seller, rest);
        if (sameAmount.size() <= FEW) {
            ids.addAll(sameAmount);
        }
        return ids;
    }

    private Set<UUID> looked(HeldPayment payment, String text) {
        var seller = payment.waiting().seller();
        var digits = text.replaceAll("[\\s-]", "");
        var ids = new LinkedHashSet<>(invoices.bySearch(seller, text));
        if (!digits.isEmpty() && Luhn.isDigits(digits)) {
            ids.addAll(invoices.byReference(List.of(ReferenceWords.withoutLeadingZeros(digits))));
            if (digits.length() <= LONGEST_NUMBER) {
                ids.addAll(invoices.byNumber(seller, List.of(Long.valueOf(digits))));
            }
        }
        WrittenAmount.read(text, payment.waiting().rest().currency())
                .ifPresent(amount -> ids.addAll(invoices.byAmount(seller, amount)));
        return ids;
    }

    private HeldPayment visible(UUID payment) {
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_READ))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private List<String> paths() {
        return caller.pathsFor(Permission.INVOICE_READ);
    }

    private static List<Suggestion.Candidate> candidates(List<FoundInvoice> found) {
        return found.stream().map(FoundInvoice::candidate).toList();
    }

    private static List<Suggested> shown(List<FoundInvoice> found, List<Suggestion> suggestions) {
        var byId = new HashMap<InvoiceId, FoundInvoice>();
        found.forEach(each -> byId.put(each.item().id(), each));
        return suggestions.stream()
                .map(each -> Optional.ofNullable(
                                byId.get(each.candidate().item().id()))
                        .map(invoice -> shown(invoice, each))
                        .orElseThrow())
                .toList();
    }

    private static Suggested shown(FoundInvoice invoice, Suggestion suggestion) {
        var item = invoice.item();
        return new Suggested(
                item.id().value(),
                item.kind(),
                Long.toString(invoice.paper().number()),
                invoice.paper().ocr(),
                invoice.person().fullName(),
                invoice.person().groupName(),
                invoice.paper().dueOn(),
                item.open().toDecimal(),
                item.open().currency().getCurrencyCode(),
                suggestion.choosable(),
                suggestion.likely(),
                suggestion.evidence());
    }
}
