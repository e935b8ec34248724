package se.aviso.app.dunning;

import java.util.List;
import java.util.Optional;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.MembershipTypeId;

/**
 * A dunning policy with the words of its levels.
 *
 * @param type whose invoices it is for; empty for those of no membership
 * @param words one for each level
 * @param version of the row; 0 while nothing was set and the type's own days hold
 */
public record TypePolicy(Optional<MembershipTypeId> type, DunningPolicy rule, List<Words> words, long version) {
    public TypePolicy {
        words = List.copyOf(words);
        if (words.size() != rule.levels().size()) {
            throw new IllegalArgumentException(
                    words.size() + " texts for " + rule.levels().size() + " levels");
        }
    }

    /**
     * What a level says, and how it goes.
     *
     * @param channel empty where the reminder goes as the invoice went
     */
    public record Words(String sv, String en, Optional<Channel> channel) {
        /** Nothing of its own. */
        static final Words NONE = new Words("", "", Optional.empty());

        /** The words in a language. */
        String in(String language) {
            return "en".equals(language) ? en : sv;
        }
    }

    /** The policy of a type for which none was set. */
    static TypePolicy unset(Optional<MembershipTypeId> type, DunningPolicy rule) {
        return new TypePolicy(
                type, rule, rule.levels().stream().map(level -> Words.NONE).toList(), 0);
    }

    /** The words of a level, counted from 1. */
    Words words(int level) {
        return words.get(level - 1);
    }
}
