package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.PrefixRange;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Slug;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;

/**
 * Payments by the beginnings of words: of what their payers are called and of what they wrote where no digits stand.
 */
@ApplicationScoped
public class PayerWords {
    @Inject
    SearchTokens tokens;

    /** The words lead to these payments from now on. */
    void add(Collection<PaymentStore.Matched> booked) {
        tokens.add(
                SearchTokens.PAYMENT,
                booked.stream()
                        .map(PaymentStore.Matched::payment)
                        .flatMap(PayerWords::tokens)
                        .toList());
    }

    private static Stream<SearchTokens.Token> tokens(PaymentStore.Identified payment) {
        var said = payment.payment().payment();
        var text = said.payer().map(Payer::name).orElse("") + " " + String.join(" ", said.messages()) + " "
                + said.references().stream()
                        .map(PaymentReference::text)
                        .filter(reference -> !reference.matches("[0-9]*"))
                        .collect(Collectors.joining(" "));
        return Slug.words(text).map(word -> new SearchTokens.Token(word, payment.id()));
    }

    /**
     * Adds the search to the conditions; the column holds payments' ids. Words without a letter or digit find nothing.
     */
    static Criteria within(Criteria criteria, String column, String text) {
        var words = MemberSearch.words(text);
        if (words.isEmpty()) {
            return criteria.and("false");
        }
        for (var word : words) {
            var range = PrefixRange.of(word);
            criteria.and(
                    column + " in (select t.id from search_token t where t.tenant_id = ? and t.token >= ? "
                            + "and t.token < ? and t.kind = ?)",
                    Tenancy.required(),
                    range.from(),
                    range.to(),
                    SearchTokens.PAYMENT);
        }
        return criteria;
    }
}
