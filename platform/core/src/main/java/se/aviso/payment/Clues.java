package se.aviso.payment;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;

/**
 * What a payment that waits tells of what it is for. Personal data: never logged.
 *
 * @param waiting how much waits
 * @param origin where the money came from
 * @param references what the payer gave as references
 * @param payer the words of the payer's name, in lower case without accents
 * @param text the words of references and messages, likewise
 */
public record Clues(
        Money waiting, Origin origin, List<PaymentReference> references, Set<String> payer, Set<String> text) {
    private static final int LONGEST_NUMBER = 12;

    /**
     * Where the money came from; an empty text is what the bank does not tell.
     *
     * @param organisationNumber of a payer that is no person
     */
    public record Origin(String account, String organisationNumber) {
        /** The bank tells nothing. */
        public static final Origin UNKNOWN = new Origin("", "");
    }

    public Clues {
        references = List.copyOf(references);
        payer = Collections.unmodifiableSet(new LinkedHashSet<>(payer));
        text = Collections.unmodifiableSet(new LinkedHashSet<>(text));
    }

    /** The references that were given as they should be. */
    public Set<String> given() {
        var given = new LinkedHashSet<String>();
        references.stream().map(ReferenceWords::of).forEach(words -> {
            given.addAll(words.exact());
            given.addAll(words.inText());
        });
        return given;
    }

    /** The references that may have been meant, but for one slip. */
    public Set<String> meant() {
        return text.stream()
                .flatMap(word -> SlippedDigit.meantBy(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The numbers in the text that could be a document's or a member's. */
    public Set<Long> numbers() {
        return text.stream()
                .filter(word -> word.length() <= LONGEST_NUMBER && Luhn.isDigits(word))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All words that could be of a name. */
    public Set<String> names() {
        var words = new HashSet<>(payer);
        words.addAll(text);
        words.removeIf(word -> word.length() < 2 || word.chars().anyMatch(Character::isDigit));
        return words;
    }
}
