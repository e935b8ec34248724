package se.aviso.bank.totalin;

import static se.aviso.spi.bank.PaymentReference.Kind.CHECKED;
import static se.aviso.spi.bank.PaymentReference.Kind.FREE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.kernel.OcrReference;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;

/**
 * What a payment is for: its own reference, further references (30), and the payer's words (40).
 *
 * <p>Where there is no reference the words are searched: they are references too, as free as can be. A line that fills
 * its field goes on in the next, mostly in the middle of a number, so the two are also taken together.
 */
final class Remittance {
    private static final int MOST = 10_000;
    private static final int MOST_MESSAGES = 1_000;

    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> messages = new ArrayList<>();
    private final Problems problems;
    private String full = "";

    Remittance(Problems problems) {
        this.problems = problems;
    }

    /** Zeros alone say that there is none. */
    void addReference(String text, Place place) {
        if (references.size() >= MOST) {
            problems.stop("MANY_REFERENCES", "a payment has more than " + MOST + " references", place);
        } else if (!text.matches("0*")) {
            references.add(text);
        }
    }

    void addReferences(FixedRecord record) {
        addReference(record.trimmed(3, 37), record.place());
        addReference(record.trimmed(38, 72), record.place());
    }

    void addMessages(FixedRecord record) {
        for (var field : List.of(record.field(3, 37), record.field(38, 72))) {
            if (messages.size() >= MOST_MESSAGES) {
                problems.stop(
                        "MANY_MESSAGES", "a payment has more than " + MOST_MESSAGES + " messages (40)", record.place());
            } else if (!field.isBlank()) {
                addMessage(field);
            }
        }
    }

    private void addMessage(String field) {
        messages.add(field.stripTrailing());
        words.add(field.strip());
        if (!full.isEmpty()) {
            words.add((full + field).strip());
        }
        full = field.endsWith(" ") ? "" : field;
    }

    /** What is right by its check digit first, then the rest; otherwise in the order of the file. */
    List<PaymentReference> references() {
        Collection<String> texts = references.isEmpty() ? words : references;
        var checked = texts.stream()
                .filter(text -> !references.isEmpty() && OcrReference.isReference(text))
                .toList();
        var sorted = new LinkedHashSet<>(checked);
        sorted.addAll(texts);
        return sorted.stream()
                .map(text -> new PaymentReference(text, checked.contains(text) ? CHECKED : FREE, Optional.empty()))
                .toList();
    }

    /** The payer's words, field by field. */
    List<String> messages() {
        return messages;
    }
}
