package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.payment.OpenItem;
import se.aviso.payment.ReferenceWords;
import se.aviso.payment.Suggestion;

/** A claim or an offer that a payment may be for, as a person recognises it. Personal data: never logged. */
record FoundInvoice(OpenItem item, GroupId seller, Optional<UUID> offer, Paper paper, Person person) {
    /** What stands on the document. */
    record Paper(long number, String ocr, LocalDate dueOn) {}

    /** Whose it is. */
    record Person(UUID id, long number, String givenName, String familyName, String groupName) {
        String fullName() {
            return givenName + " " + familyName;
        }
    }

    /** True when it has the id, or came of the offer that has it. */
    boolean isMeantBy(UUID id) {
        return item.id().value().equals(id) || offer.filter(id::equals).isPresent();
    }

    /** As the rule sees it. */
    Suggestion.Candidate candidate(Suggestion.Past past) {
        return new Suggestion.Candidate(
                item,
                ReferenceWords.withoutLeadingZeros(paper.ocr()),
                paper.number(),
                person.number(),
                HeldPayment.words(person.givenName()),
                HeldPayment.words(person.familyName()),
                past);
    }
}
