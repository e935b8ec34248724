package se.aviso.app.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The words by which things are found in free text, each from its first letters on. */
@ApplicationScoped
public class SearchTokens {
    /** Rows that lead to members, by what they are called and reached by. */
    public static final int MEMBER = 1;

    /** Rows that lead to invoices, by what somebody wrote on a line. */
    public static final int INVOICE_LINE = 2;

    /** Rows that lead to payments, by what their payers are called and wrote. */
    public static final int PAYMENT = 3;

    @Inject
    Sql sql;

    /** A word, and what it leads to. */
    public record Token(String word, UUID id) {}

    /** Adds them; one that stands already stands once. */
    public void add(int kind, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        sql.update(
                "insert into search_token (tenant_id, kind, token, id) select ?, ?, u.* from unnest(?::text[], ?::uuid[]) u "
                        + "on conflict do nothing",
                Tenancy.required(),
                kind,
                Sql.texts(tokens.stream().map(Token::word).toList()),
                Sql.uuids(tokens, Token::id));
    }

    /** Nothing leads to these any more. */
    public void remove(int kind, Collection<UUID> ids) {
        sql.update(
                "delete from search_token where tenant_id = ? and kind = ? and id = any(?)",
                Tenancy.required(),
                kind,
                Sql.uuids(ids));
    }
}
