package se.aviso.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.aviso.kernel.InvoiceId;

/**
 * A document that a payment may be for, with the reasons; the likeliest come first, and a person decides.
 *
 * @param together the documents that are together exactly what waits, this one among them; none where it is no part of
 *     such
 */
public record Suggestion(Candidate candidate, List<Evidence> evidence, List<InvoiceId> together) {
    private static final int LIKELY = 60;
    private static final int SUREST_GUESS = 95;

    public Suggestion {
        evidence = List.copyOf(evidence);
        together = List.copyOf(together);
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
     * @param organisations that have paid them, by their numbers
     */
    public record Past(Set<String> references, Map<String, LocalDate> accounts, Set<String> organisations) {
        /** Nothing is known of the member's past. */
        public static final Past NONE = new Past(Set.of(), Map.of(), Set.of());

        public Past {
            references = Set.copyOf(references);
            accounts = Map.copyOf(accounts);
            organisations = Set.copyOf(organisations);
        }
    }

    /** How likely it is the right one, by what the tenant's people have decided; what cannot be paid has none. */
    public Optional<SuggestionHistory.Score> score(SuggestionHistory history) {
        return choosable() ? Optional.of(history.score(pattern(), guess())) : Optional.empty();
    }

    /** Its reasons as one number, by which decisions are counted. */
    public long pattern() {
        return Evidence.pattern(evidence);
    }

    /** True when anything speaks for it, so that a decision on it teaches something. */
    public boolean teaches() {
        return choosable() && weight() > 0;
    }

    /** True when the document can take the payment. */
    public boolean choosable() {
        return evidence.stream().noneMatch(Evidence::forbids);
    }

    /** True when the reasons are so good that a person need only nod. */
    public boolean likely(SuggestionHistory history) {
        return score(history).filter(score -> score.percent() >= LIKELY).isPresent();
    }

    /**
     * The candidates that anything speaks for, the likeliest first and those that cannot be chosen last. One whose own
     * reference was given is always told, for it says why the money waits.
     */
    public static List<Suggestion> among(List<Candidate> candidates, Clues clues, int most, SuggestionHistory history) {
        var found = addedUp(
                        candidates.stream()
                                .map(candidate -> of(candidate, clues))
                                .toList(),
                        clues)
                .stream()
                .filter(suggestion -> suggestion.weight() > 0)
                .sorted(Comparator.comparing((Suggestion each) -> !each.choosable())
                        .thenComparing(each -> -each.percent(history))
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

    /** Of each member, the documents that are together what waits say so. */
    private static List<Suggestion> addedUp(List<Suggestion> found, Clues clues) {
        var together = new HashMap<InvoiceId, List<InvoiceId>>();
        found.stream()
                .filter(Suggestion::choosable)
                .collect(Collectors.groupingBy(each -> each.candidate().memberNumber()))
                .values()
                .forEach(ofMember -> AddingUp.to(
                                clues.waiting(),
                                ofMember.stream()
                                        .map(each -> each.candidate().item())
                                        .toList())
                        .ifPresent(items -> {
                            var ids = items.stream().map(OpenItem::id).toList();
                            ids.forEach(id -> together.put(id, ids));
                        }));
        return found.stream()
                .map(each -> Optional.ofNullable(
                                together.get(each.candidate().item().id()))
                        .map(each::addingUpWith)
                        .orElse(each))
                .toList();
    }

    private Suggestion addingUpWith(List<InvoiceId> others) {
        var more = new ArrayList<>(evidence);
        more.add(Evidence.ADDS_UP);
        return new Suggestion(candidate, more, others);
    }

    /** What speaks for and against the document. */
    public static Suggestion of(Candidate candidate, Clues clues) {
        var found = EnumSet.noneOf(Evidence.class);
        reference(found, candidate, clues);
        origin(found, candidate.past(), clues.origin());
        if (clues.numbers().contains(candidate.number())) {
            found.add(Evidence.INVOICE_NUMBER);
        }
        if (clues.numbers().contains(candidate.memberNumber())) {
            found.add(Evidence.MEMBER_NUMBER);
        }
        name(found, candidate, clues);
        state(found, candidate.item(), clues);
        return new Suggestion(candidate, new ArrayList<>(found), List.of());
    }

    private int percent(SuggestionHistory history) {
        return score(history).map(SuggestionHistory.Score::percent).orElse(0);
    }

    /** Never quite sure: what is sure is booked without being suggested. */
    private int guess() {
        return Math.min(weight(), SUREST_GUESS);
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

    /** Employers and foundations pay for many, often from several accounts: a weaker sign than the account itself. */
    private static void origin(Set<Evidence> found, Past past, Clues.Origin origin) {
        if (past.accounts().containsKey(origin.account())) {
            found.add(Evidence.SAME_ACCOUNT);
        } else if (past.organisations().contains(origin.organisationNumber())) {
            found.add(Evidence.SAME_ORGANISATION);
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
