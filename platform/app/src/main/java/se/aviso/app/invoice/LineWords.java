package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.PrefixRange;
import se.aviso.app.tenancy.SearchTokens;
import se.aviso.app.tenant.Slug;
import se.aviso.invoice.InvoiceLine;

/**
 * Invoices by the words of a person: each word begins one of the payer's names, numbers and addresses, or one of the
 * words that somebody wrote on a line.
 *
 * <p>What every renewal says alike, its membership and its fees, leads nowhere: it would lead to all of them, and types
 * and runs are looked for by themselves.
 */
@ApplicationScoped
public class LineWords {
    private static final Set<InvoiceLine.Kind> WRITTEN =
            EnumSet.of(InvoiceLine.Kind.PRODUCT, InvoiceLine.Kind.FREE, InvoiceLine.Kind.TEXT);

    private static final String ON_A_LINE = "t.tenant_id = x.tenant_id and t.id = x.id";
    private static final String OF_THE_PAYER = "t.tenant_id = x.tenant_id and t.id = x.member_id";
    private static final String BEGINS = "t.kind = ? and t.token >= ? and t.token < ?";

    @Inject
    SearchTokens tokens;

    /** A line of an invoice. */
    record Said(UUID invoice, InvoiceLine.Text text) {}

    /** The lines lead to their invoices from now on. */
    void add(List<Said> lines) {
        tokens.add(
                SearchTokens.INVOICE_LINE,
                lines.stream()
                        .filter(line -> WRITTEN.contains(line.text().kind()))
                        .flatMap(LineWords::tokens)
                        .distinct()
                        .toList());
    }

    private static Stream<SearchTokens.Token> tokens(Said line) {
        return Slug.words(line.text().text() + " " + line.text().product())
                .map(word -> new SearchTokens.Token(word, line.invoice()));
    }

    /** Adds the search to the conditions on the invoice {@code i}; words without a letter or digit find nothing. */
    static Criteria within(Criteria criteria, String text) {
        var words = MemberSearch.words(text);
        if (words.isEmpty()) {
            return criteria.and("false");
        }
        var payers = MemberSearch.within(Criteria.of("x"), "x.member_id", text);
        var lines = lines(words);
        var params = new ArrayList<>(List.of(payers.params()));
        params.addAll(List.of(lines.params()));
        return criteria.and(
                "i.id in (select x.id from invoice x where " + payers.where()
                        + " union all select x.id from search_token f "
                        + "join invoice x on x.tenant_id = f.tenant_id and x.id = f.id where " + lines.where() + ")",
                params.toArray());
    }

    /** Begins with the words on lines, which are few; the other words may be the payer's. */
    private static Criteria lines(List<String> words) {
        var criteria = Criteria.of("f").and("f.kind = ?", SearchTokens.INVOICE_LINE);
        criteria.within("f.token", words);
        for (var word : words) {
            var range = PrefixRange.of(word);
            criteria.and(
                    "(" + exists(ON_A_LINE) + " or " + exists(OF_THE_PAYER) + ")",
                    SearchTokens.INVOICE_LINE,
                    range.from(),
                    range.to(),
                    SearchTokens.MEMBER,
                    range.from(),
                    range.to());
        }
        return criteria;
    }

    private static String exists(String whose) {
        return "exists (select 1 from search_token t where " + whose + " and " + BEGINS + ")";
    }
}
