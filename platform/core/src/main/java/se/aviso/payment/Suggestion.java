package se.aviso.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A document that a payment may be for, with the reasons; the likeliest come first, and a person decides. */
public record Suggestion(Candidate candidate, List<Evidence> evidence) {
    private static final int LIKELY = 60;
    private static final int WHOLE = 100;

    public Suggestion {
        evidence = List.copyOf(evidence);
    }

    /**
     * A document that was looked up, in the words that payers use for it.
     *
     * @param reference without leading zeros
     * @param given the words of the member's given name, in lower case without accents
     * @param family the words of the family name, likewise
     * @param past what the member was billed and how it was paid, before this
     */
    public record Candidate(
            OpenItem item,
            String reference,
            long number,
            long memberNumber,
            Set<String> given,
            Set<String> family,
            Past past) {
        public Candidate {
            given = Set.copyOf(given);
            family = Set.copyOf(family);
        }
    }

    /**
     * What a member's other documents tell.
     *
     * @param references theirs, without leading zeros
     * @param accounts that have paid them, each with the last day
     */
    public record Past(Set<String> references, Map<String, LocalDate> accounts) {
        /** Nothing is known of the member's past. */
        public static final Past NONE = new Past(Set.of(), Map.of());

        public Past {
            references = Set.copyOf(references);
            accounts = Map.copyOf(accounts);
        }
    }

    /** How much speaks for it, of 100; what cannot be paid has none. */
    public OptionalInt score() {
        return choosable() ? OptionalInt.of(Math.min(weight(), WHOLE)) : OptionalInt.empty();
    }

    /** True when the document can take the payment. */
    public boolean choosable() {
        return evidence.stream().noneMatch(Evidence::forbids);
    }

    /** True when the reasons are so good that a person need only nod. */
    public boolean likely() {
        return choosable() && weight() >= LIKELY;
    }

    /**
     * The candidates that anything speaks for, the likeliest first and those that cannot be chosen last. One whose own
     * reference was given is always told, for it says why the money waits.
     */
    public static List<Suggestion> among(List<Candidate> candidates, Clues clues, int most) {
        var found = candidates.stream()
                .map(candidate -> of(candidate, clues))
                .filter(suggestion -> suggestion.weight() > 0)
                .sorted(Comparator.comparing((Suggestion each) -> !each.choosable())
                        .thenComparing(each -> -each.weight())
                        .thenComparing(each -> each.candidate().item().id().value()))
                .toList();
        var told = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        found.stream()
                .skip(most)
                .filter(each -> each.evidence().contains(Evidence.REFERENCE))
                .findFirst()
                .ifPresent(named -> told.set(most - 1, named));
        return List.copyOf(told);
    }

    /** What speaks for and against the document. */
    public static Suggestion of(Candidate candidate, Clues clues) {
        var found = EnumSet.noneOf(Evidence.class);
        reference(found, candidate, clues);
        if (candidate.past().accounts().containsKey(clues.account())) {
            found.add(Evidence.SAME_ACCOUNT);
        }
        if (clues.numbers().contains(candidate.number())) {
            found.add(Evidence.INVOICE_NUMBER);
        }
        if (clues.numbers().contains(candidate.memberNumber())) {
            found.add(Evidence.MEMBER_NUMBER);
        }
        name(found, candidate, clues);
        state(found, candidate.item(), clues);
        return new Suggestion(candidate, new ArrayList<>(found));
    }

    private int weight() {
        return evidence.stream().mapToInt(Evidence::weight).sum();
    }

    private static void reference(Set<Evidence> found, Candidate candidate, Clues clues) {
        if (clues.given().contains(candidate.reference())) {
            found.add(Evidence.REFERENCE);
        } else if (clues.meant().contains(candidate.reference())) {
            found.add(Evidence.SLIPPED_DIGIT);
        } else if (candidate.past().references().stream().anyMatch(clues.given()::contains)) {
            found.add(Evidence.FORMER_REFERENCE);
        }
    }

    private static void name(Set<Evidence> found, Candidate candidate, Clues clues) {
        if (names(candidate, clues.payer())) {
            found.add(Evidence.PAYER_NAME);
        } else if (names(candidate, clues.text())) {
            found.add(Evidence.NAME_IN_TEXT);
        } else if (!candidate.family().isEmpty() && clues.names().containsAll(candidate.family())) {
            found.add(Evidence.FAMILY_NAME);
        }
    }

    /** The whole family name with a given name, or with its initial, as banks shorten it. */
    private static boolean names(Candidate candidate, Set<String> words) {
        if (candidate.family().isEmpty() || !words.containsAll(candidate.family())) {
            return false;
        }
        var given = new HashSet<>(candidate.given());
        candidate.given().forEach(name -> given.add(name.substring(0, 1)));
        given.removeAll(candidate.family());
        return given.stream().anyMatch(words::contains);
    }

    private static void state(Set<Evidence> found, OpenItem item, Clues clues) {
        switch (item.state()) {
            case CREDITED -> found.add(Evidence.CREDITED);
            case LAPSED -> found.add(Evidence.LAPSED);
            case WITHDRAWN -> found.add(Evidence.WITHDRAWN);
            case WRITTEN_OFF -> found.add(Evidence.WRITTEN_OFF);
            case STANDING -> amount(found, item, clues);
        }
    }

    private static void amount(Set<Evidence> found, OpenItem item, Clues clues) {
        if (!item.open().currency().equals(clues.waiting().currency())) {
            found.add(Evidence.OTHER_CURRENCY);
        } else if (!item.open().isPositive()) {
            found.add(Evidence.SETTLED);
        } else {
            var compared = clues.waiting().compareTo(item.open());
            found.add(
                    compared == 0
                            ? Evidence.SAME_AMOUNT
                            : compared > 0 ? Evidence.MORE_THAN_OPEN : Evidence.LESS_THAN_OPEN);
        }
    }
}
