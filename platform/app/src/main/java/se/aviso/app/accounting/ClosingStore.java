package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.ClosedBooks;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;

/** Which books are closed, up to which day; and which were opened again. */
@ApplicationScoped
public class ClosingStore {
    private static final String KEY = "(hashtextextended('books ' || ?::text, 0))";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** A closing, in the form of the REST API. */
    public record Closing(
            UUID id,
            UUID sellerGroupId,
            String sellerName,
            LocalDate closedTo,
            Instant closedAt,
            String closedBy,
            Optional<Instant> reopenedAt,
            Optional<String> reopenedBy,
            Optional<String> reason) {}

    /** Nobody closes the tenant's books until commit; any number may hold them open at a time. */
    void holdOpen() {
        sql.query(
                "select 1 as held from pg_advisory_xact_lock_shared" + KEY,
                row -> row.integer("held"),
                Tenancy.required().value().toString());
    }

    /** Waits until nobody books, and keeps all from booking until commit. */
    void holdClosed() {
        sql.query(
                "select 1 as held from pg_advisory_xact_lock" + KEY,
                row -> row.integer("held"),
                Tenancy.required().value().toString());
    }

    /** Up to which day each of the sellers has closed; the others have closed nothing. */
    Map<GroupId, ClosedBooks> of(Collection<GroupId> sellers) {
        var closed = new HashMap<GroupId, ClosedBooks>();
        sql.query(
                        "select seller_group_id, max(closed_to) as closed_to from books_closing where tenant_id = ? "
                                + "and seller_group_id = any(?) and reopened_at is null group by 1",
                        row -> Map.entry(new GroupId(row.uuid("seller_group_id")), row.day("closed_to")),
                        Tenancy.required(),
                        Sql.uuids(sellers, GroupId::value))
                .forEach(found -> closed.put(found.getKey(), new ClosedBooks(Optional.of(found.getValue()))));
        return closed;
    }

    UUID add(GroupId seller, LocalDate closedTo, String by) {
        var id = Ids.next();
        sql.update(
                "insert into books_closing (tenant_id, id, seller_group_id, closed_to, closed_at, closed_by) "
                        + "values (?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                id,
                seller.value(),
                closedTo,
                clock.instant(),
                by);
        return id;
    }

    void reopen(UUID id, String by, String reason) {
        sql.update(
                "update books_closing set reopened_at = ?, reopened_by = ?, reason = ? where tenant_id = ? and id = ?",
                clock.instant(),
                by,
                reason,
                Tenancy.required(),
                id);
    }

    /** The newest that meet the criteria of {@code c}, its seller joined as {@code g}. */
    List<Closing> newest(Criteria criteria, int most) {
        return sql.query(
                "select c.*, g.name as seller_name from books_closing c join group_node g on g.tenant_id = c.tenant_id "
                        + "and g.id = c.seller_group_id where " + criteria.where() + " order by c.id desc limit ?",
                ClosingStore::closing,
                criteria.params(most));
    }

    private static Closing closing(Row row) {
        return new Closing(
                row.uuid("id"),
                row.uuid("seller_group_id"),
                row.text("seller_name"),
                row.day("closed_to"),
                row.instant("closed_at"),
                row.text("closed_by"),
                row.optionalInstant("reopened_at"),
                row.optionalText("reopened_by"),
                row.optionalText("reason"));
    }
}
