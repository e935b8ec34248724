package se.aviso.bank.camt;

import static se.aviso.spi.bank.PaymentReference.Kind.CHECKED;
import static se.aviso.spi.bank.PaymentReference.Kind.FREE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;

/**
 * What a payment is for: structured references with their parts, free text, and the bank's words.
 *
 * <p>References are those of the first place that has any, in the order of the bank's profile: the structured part,
 * else the payer's free text, else the bank's text, for a reference may stand within. The texts are messages in any
 * case, and so are structured references where another place goes before them. The same reference twice is one, with
 * its parts added up.
 */
final class Remittance {
    private final Map<String, PaymentReference> byText = new LinkedHashMap<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final Money whole;
    private final Report report;
    private final Place place;

    Remittance(Money whole, Report report, Place place) {
        this.whole = whole;
        this.report = report;
        this.place = place;
    }

    /** Takes what a detail says, and the bank's text on the entry where the detail is its only one. */
    void take(Element detail, Optional<String> entryText, List<ReferencePlace> places) {
        var structured = detail.all("RmtInf/Strd").toList();
        var free = detail.texts("RmtInf/Ustrd").toList();
        var bank = Stream.concat(detail.texts("AddtlTxInf"), entryText.stream()).toList();
        structured.forEach(it -> it.texts("AddtlRmtInf").forEach(messages::add));
        messages.addAll(free);
        messages.addAll(bank);
        for (var from : places) {
            if (byText.isEmpty()) {
                switch (from) {
                    case STRUCTURED -> structured.forEach(this::addStructured);
                    case PAYER_TEXT -> addFree(free);
                    case BANK_TEXT -> addFree(bank);
                }
            }
        }
        if (places.get(0) != ReferencePlace.STRUCTURED) {
            structured.forEach(this::keepUnused);
        }
        checkParts();
    }

    private void addFree(List<String> texts) {
        texts.forEach(text -> add(text, FREE, Optional.empty()));
    }

    private void addStructured(Element structured) {
        var creditors = creditors(structured);
        var part = part(structured);
        creditors
                .or(() -> document(structured))
                .ifPresent(text ->
                        add(text, CreditorReference.isRight(text) && creditors.isPresent() ? CHECKED : FREE, part));
    }

    /** A structured reference that another place went before is still worth reading for a person. */
    private void keepUnused(Element structured) {
        creditors(structured)
                .or(() -> document(structured))
                .filter(text -> !byText.containsKey(text))
                .ifPresent(messages::add);
    }

    private static Optional<String> creditors(Element structured) {
        return structured.text("CdtrRefInf/Ref").map(CreditorReference::compact);
    }

    private static Optional<String> document(Element structured) {
        return structured.text("RfrdDocInf/Nb");
    }

    /** So much is meant for the reference: less than nothing where it is a credit note that is taken off. */
    private Optional<Money> part(Element structured) {
        var remitted = amount(structured, "RfrdDocAmt/RmtdAmt");
        return remitted.isPresent()
                ? remitted
                : amount(structured, "RfrdDocAmt/CdtNoteAmt").map(Money::negated);
    }

    private Optional<Money> amount(Element structured, String path) {
        var written = structured.first(path);
        var amount = written.flatMap(Amounts::of).filter(it -> it.currency().equals(whole.currency()));
        if (written.isPresent() && amount.isEmpty()) {
            report.note("BAD_PART", "the part of a reference makes no sense in " + whole.currency(), place);
        }
        return amount.filter(Money::isPositive);
    }

    private void add(String text, PaymentReference.Kind kind, Optional<Money> part) {
        byText.merge(text, new PaymentReference(text, kind, part), Remittance::together);
    }

    private static PaymentReference together(PaymentReference first, PaymentReference again) {
        var kind = first.kind() == CHECKED ? CHECKED : again.kind();
        var part =
                Stream.of(first.part(), again.part()).flatMap(Optional::stream).reduce(Money::plus);
        return new PaymentReference(first.text(), kind, part);
    }

    /** Notes parts that do not add up to the payment. */
    private void checkParts() {
        byText.values().stream()
                .flatMap(reference -> reference.part().stream())
                .reduce(Money::plus)
                .filter(sum -> !sum.equals(whole))
                .ifPresent(sum ->
                        report.note("PART_SUM", "the parts of the payment's references do not add up to it", place));
    }

    /** What was checked first, then the rest; otherwise in the order of the file. */
    List<PaymentReference> references() {
        return byText.values().stream()
                .sorted(Comparator.comparing(PaymentReference::kind))
                .toList();
    }

    /** The free texts, the payer's first. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    /** References and texts, as mere texts. */
    List<String> everything() {
        var all = new ArrayList<>(byText.keySet());
        messages.stream().filter(text -> !byText.containsKey(text)).forEach(all::add);
        return all;
    }
}
