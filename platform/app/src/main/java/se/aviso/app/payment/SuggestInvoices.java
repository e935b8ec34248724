package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.web.WrittenAmount;
import se.aviso.invoice.InvoiceKind;
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

    @Inject
    SuggestionHistoryStore history;

    /**
     * An invoice with the reasons for it. Personal data: never logged.
     *
     * @param score how likely it is the right one, of 100; nothing when it cannot be paid
     * @param learned of how many with such reasons, so many were right; nothing while the score is a stated guess
     * @param accountPaidOn when the account last paid for the member, if that is a reason
     * @param likely true when a person need only nod
     * @param together the invoices that are together exactly what waits, this one among them; else none
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
            OptionalInt score,
            Optional<Learned> learned,
            Optional<LocalDate> accountPaidOn,
            boolean likely,
            List<Evidence> evidence,
            List<UUID> together) {}

    /** So many of those with such reasons were right, by what the tenant's people have decided. */
    public record Learned(long right, long offered) {}

    /** What the payment may be for, the likeliest first; empty when nothing waits. */
    public List<Suggested> suggest(UUID paymentId) {
        var payment = visible(paymentId);
        if (!payment.waiting().rest().isPositive()) {
            return List.of();
        }
        var learned = history.read();
        var found = candidates(payment);
        return found.shown(Suggestion.among(found.candidates(), payment.clues(), MOST, learned), learned);
    }

    /** What a person who has chosen these was shown, and has found beside it. */
    List<Suggestion> offered(HeldPayment payment, List<FoundInvoice> chosen) {
        var clues = payment.clues();
        var shown = Suggestion.among(candidates(payment).candidates(), clues, MOST, history.read());
        var ids = shown.stream().map(each -> each.candidate().item().id()).toList();
        var beside = known(chosen, clues).candidates().stream()
                .filter(candidate -> !ids.contains(candidate.item().id()))
                .map(candidate -> Suggestion.of(candidate, clues));
        return Stream.concat(shown.stream(), beside).toList();
    }

    private SuggestedInvoices candidates(HeldPayment payment) {
        return ofSeller(payment, invoices.ids(candidates(payment, payment.clues())));
    }

    /** What a person finds by number, reference, amount, or the member's name; each with what speaks for it. */
    public List<Suggested> search(UUID paymentId, String text) {
        var payment = visible(paymentId);
        var clues = payment.clues();
        var found = ofSeller(payment, invoices.ids(looked(payment, text)));
        var suggestions = found.candidates().stream()
                .map(candidate -> Suggestion.of(candidate, clues))
                .sorted(Comparator.comparing(each -> !each.choosable()))
                .limit(MOST_FOUND)
                .toList();
        return found.shown(suggestions, history.read());
    }

    /** Those of the invoices that the caller may see, in this order; each with what speaks for it. */
    public List<Suggested> chosen(UUID paymentId, List<UUID> ids) {
        var clues = visible(paymentId).clues();
        var found = known(invoices.read(ids, paths()), clues);
        var suggestions = ids.stream()
                .flatMap(id -> found.invoices().stream().filter(each -> each.isMeantBy(id)))
                .distinct()
                .map(each -> Suggestion.of(found.candidate(each), clues))
                .toList();
        return found.shown(suggestions, history.read());
    }

    private SuggestedInvoices ofSeller(HeldPayment payment, List<UUID> ids) {
        var found = invoices.read(ids, paths()).stream()
                .filter(each -> each.seller().equals(payment.waiting().seller()))
                .toList();
        return known(found, payment.clues());
    }

    private SuggestedInvoices known(List<FoundInvoice> found, Clues clues) {
        var members = found.stream().map(each -> each.person().id()).distinct().toList();
        return new SuggestedInvoices(found, invoices.pasts(members, clues));
    }

    private static Lookup candidates(HeldPayment payment, Clues clues) {
        var references = new LinkedHashSet<>(clues.given());
        references.addAll(clues.meant());
        var words = new LinkedHashSet<>(clues.names());
        clues.numbers().forEach(number -> words.add(Long.toString(number)));
        var rest = payment.waiting().rest();
        return new Lookup(payment.waiting().seller())
                .reference(references)
                .formerReference(references)
                .account(clues.origin().account())
                .organisation(clues.origin().organisationNumber())
                .number(clues.numbers())
                .words(words, rest)
                .rareAmount(rest, FEW);
    }

    private static Lookup looked(HeldPayment payment, String text) {
        var digits = text.replaceAll("[\\s-]", "");
        var lookup = new Lookup(payment.waiting().seller()).search(text);
        if (!digits.isEmpty() && Luhn.isDigits(digits)) {
            lookup.reference(List.of(ReferenceWords.withoutLeadingZeros(digits)));
            if (digits.length() <= LONGEST_NUMBER) {
                lookup.number(List.of(Long.valueOf(digits)));
            }
        }
        WrittenAmount.read(text, payment.waiting().rest().currency()).ifPresent(lookup::amount);
        return lookup;
    }

    private HeldPayment visible(UUID payment) {
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_READ))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private List<String> paths() {
        return caller.pathsFor(Permission.INVOICE_READ);
    }
}
