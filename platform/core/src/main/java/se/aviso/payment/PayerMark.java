package se.aviso.payment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.aviso.kernel.RuleViolation;

/**
 * What a payer is recognised by. Personal data: never logged.
 *
 * @param value in the one form in which it is compared
 */
public record PayerMark(Kind kind, String value) {
    private static final Pattern ORGANISATION = Pattern.compile("(16)?([0-9]{2}[2-9][0-9]{7})");
    private static final int SHORTEST_ACCOUNT = 5;
    private static final int LONGEST = 100;
    private static final int FEWEST_WORDS = 2;

    /** What kind of mark it is, the surest first; the order is the code in the database. */
    public enum Kind {
        /** The account that the money comes from. */
        ACCOUNT,
        /** The organisation number of a payer that is no person. */
        ORGANISATION_NUMBER,
        /** The whole name, whatever the order of its words. */
        NAME
    }

    /**
     * The mark of that kind.
     *
     * @param text as the bank writes it, or a person; of a name, any text with its words
     * @param words the words of the text, in lower case without accents
     * @throws RuleViolation when it is too little to recognise anybody by
     */
    public static PayerMark of(Kind kind, String text, Set<String> words) {
        var value = switch (kind) {
            case ACCOUNT -> account(text);
            case ORGANISATION_NUMBER -> organisation(text);
            case NAME -> name(words);
        };
        if (value.isEmpty()) {
            throw RuleViolation.at("/value", "payment-rule-mark", Map.of("kind", kind.name()));
        }
        return new PayerMark(kind, value);
    }

    /**
     * All that a payer can be recognised by; nothing of one of whom the bank tells nothing.
     *
     * @param words those of the payer's name, in lower case without accents
     */
    public static Set<PayerMark> all(String account, String organisationNumber, Set<String> words) {
        var marks = new LinkedHashSet<PayerMark>();
        add(marks, Kind.ACCOUNT, account(account));
        add(marks, Kind.ORGANISATION_NUMBER, organisation(organisationNumber));
        add(marks, Kind.NAME, name(words));
        return marks;
    }

    private static void add(Set<PayerMark> marks, Kind kind, String value) {
        if (!value.isEmpty()) {
            marks.add(new PayerMark(kind, value));
        }
    }

    private static String account(String text) {
        var account = text.replaceAll("[^\\p{Alnum}]+", "").toUpperCase(Locale.ROOT);
        return account.length() < SHORTEST_ACCOUNT || account.length() > LONGEST ? "" : account;
    }

    /** Ten digits; the third of an organisation's is never below 2, which tells it from a person's. */
    private static String organisation(String text) {
        var digits = ORGANISATION.matcher(text.replaceAll("[\\s-]+", ""));
        return digits.matches() ? digits.group(2) : "";
    }

    private static String name(Set<String> words) {
        var name = String.join(" ", new TreeSet<>(words));
        return words.size() < FEWEST_WORDS || name.length() > LONGEST ? "" : name;
    }
}
