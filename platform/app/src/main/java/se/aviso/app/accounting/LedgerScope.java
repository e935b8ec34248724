package se.aviso.app.accounting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.QueryParams;

/**
 * Whose books are looked at: of one seller, of those in a group's subtree, or of all that the caller may see.
 *
 * @param within the path of a group that narrows it beside that
 */
public record LedgerScope(Optional<UUID> seller, Optional<UUID> group, Optional<String> within) {
    /** Of the query parameters {@code sellerGroupId} and {@code groupId}. */
    static LedgerScope of(QueryParams query) {
        return new LedgerScope(query.uuid("sellerGroupId"), query.uuid("groupId"), Optional.empty());
    }

    /** The rows of the alias whose seller, joined as {@code g}, is in it and in the caller's reach. */
    Criteria criteria(String alias, Caller caller) {
        var roots = caller.pathsFor(Permission.LEDGER_READ);
        var criteria = Criteria.of(alias).within("g.path", roots).below("g.path", group, roots);
        within.ifPresent(path -> criteria.within("g.path", List.of(path)));
        return criteria.and(alias + ".seller_group_id = ?", seller);
    }
}
