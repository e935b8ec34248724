package se.aviso.app.member;

import java.util.List;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.PrefixRange;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Slug;

/** Finds members by the beginnings of words: of their names, numbers and e-mail addresses; all words must be found. */
public final class MemberSearch {
    private static final int MOST_WORDS = 8;

    private MemberSearch() {}

    /**
     * Adds the search to the conditions; the column holds members' ids. Words without a letter or digit find nobody.
     */
    public static Criteria within(Criteria criteria, String column, String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return criteria.and("false");
        }
        for (var word : words) {
            var range = PrefixRange.of(word);
            criteria.and(
                    column
                            + " in (select t.id from search_token t where t.tenant_id = ? and t.token >= ? and t.token < ? "
                            + "and t.kind = ?)",
                    Tenancy.required(),
                    range.from(),
                    range.to(),
                    SearchTokens.MEMBER);
        }
        return criteria;
    }

    /** The words that are looked for; an e-mail address is one. */
    public static List<String> words(String text) {
        return Slug.words(text).limit(MOST_WORDS).toList();
    }
}
