package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.MembershipId;
import se.aviso.pricing.Concession;

/** What memberships need not pay; read in sets. */
@ApplicationScoped
public class ConcessionStore {
    @Inject
    Sql sql;

    /** A concession with its id. */
    public record Kept(UUID id, MembershipId membership, Concession concession) {}

    /** Those of the memberships, in the order in which they were given. */
    public Map<MembershipId, List<Concession>> of(Collection<UUID> memberships) {
        var found = new HashMap<MembershipId, List<Concession>>();
        kept(memberships)
                .forEach(kept -> found.computeIfAbsent(kept.membership(), id -> new ArrayList<>())
                        .add(kept.concession()));
        return found;
    }

    List<Kept> kept(Collection<UUID> memberships) {
        return sql.query(
                "select * from concession where tenant_id = ? and membership_id = any(?) order by id",
                ConcessionStore::read,
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    void add(Kept added) {
        var concession = added.concession();
        sql.update(
                "insert into concession (tenant_id, id, membership_id, kind, size, reason, first_day, last_day) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                added.id(),
                added.membership().value(),
                Codes.of(concession.kind()),
                concession.size(),
                concession.reason(),
                concession.firstDay(),
                concession.lastDay());
    }

    void end(UUID id, LocalDate lastDay) {
        sql.update(
                "update concession set last_day = ? where tenant_id = ? and id = ?", lastDay, Tenancy.required(), id);
    }

    private static Kept read(Row row) {
        return new Kept(
                row.uuid("id"),
                new MembershipId(row.uuid("membership_id")),
                new Concession(
                        row.code("kind", Concession.Kind.class),
                        row.bigint("size"),
                        row.text("reason"),
                        row.day("first_day"),
                        row.optionalDay("last_day")));
    }
}
