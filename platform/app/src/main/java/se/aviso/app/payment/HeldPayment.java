package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.tenant.Slug;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.Clues;
import se.aviso.payment.HandAllocation;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;

/** A payment of which a person may decide, with what waits of it and what the payer told. Never logged. */
public record HeldPayment(PaymentId id, LocalDate bookedOn, HandAllocation.Waiting waiting, Told told) {
    /** What the payer told. */
    public record Told(Payer payer, List<String> references, String message) {
        List<String> texts() {
            return Stream.concat(references.stream(), Stream.of(message)).toList();
        }
    }

    /** What it tells of the invoice that is meant. */
    Clues clues() {
        var references = told.references().stream()
                .map(text -> new PaymentReference(text, PaymentReference.Kind.FREE, Optional.empty()))
                .toList();
        var text = words(String.join(" ", told.references()) + " " + told.message());
        return new Clues(
                waiting.rest(),
                new Clues.Origin(told.payer().account(), told.payer().organisationNumber()),
                references,
                words(told.payer().name()),
                text);
    }

    /** The words of a text as they are searched. */
    static Set<String> words(String text) {
        return Arrays.stream(Slug.folded(text).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
