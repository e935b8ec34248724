package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import se.aviso.app.payment.SuggestInvoices.Suggested;
import se.aviso.kernel.InvoiceId;
import se.aviso.payment.Evidence;
import se.aviso.payment.Suggestion;
import se.aviso.payment.SuggestionHistory;

/** What was looked up for a payment, with the past of its members: what the rule asks, and how its answer is shown. */
record SuggestedInvoices(List<FoundInvoice> invoices, Map<UUID, Suggestion.Past> pasts) {
    List<Suggestion.Candidate> candidates() {
        return invoices.stream().map(this::candidate).toList();
    }

    Suggestion.Candidate candidate(FoundInvoice invoice) {
        return invoice.candidate(pasts.getOrDefault(invoice.person().id(), Suggestion.Past.NONE));
    }

    List<Suggested> shown(List<Suggestion> suggestions, SuggestionHistory history) {
        var byId = new HashMap<InvoiceId, FoundInvoice>();
        invoices.forEach(each -> byId.put(each.item().id(), each));
        return suggestions.stream()
                .flatMap(each ->
                        Optional.ofNullable(byId.get(each.candidate().item().id()))
                                .map(invoice -> shown(invoice, each, history))
                                .stream())
                .toList();
    }

    private static Suggested shown(FoundInvoice invoice, Suggestion suggestion, SuggestionHistory history) {
        var item = invoice.item();
        var score = suggestion.score(history);
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
                score.map(each -> OptionalInt.of(each.percent())).orElse(OptionalInt.empty()),
                score.flatMap(SuggestionHistory.Score::learned)
                        .map(tally -> new SuggestInvoices.Learned(tally.right(), tally.offered())),
                accountPaidOn(suggestion),
                suggestion.likely(history),
                suggestion.evidence(),
                suggestion.together().stream().map(InvoiceId::value).toList());
    }

    private static Optional<LocalDate> accountPaidOn(Suggestion suggestion) {
        return suggestion.evidence().contains(Evidence.SAME_ACCOUNT)
                ? suggestion.candidate().past().accounts().values().stream().findFirst()
                : Optional.empty();
    }
}
