package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;

/** What is wrong with sources, and since when. */
@ApplicationScoped
class AlarmStore {
    @Inject
    Database database;

    @Inject
    Sql tenants;

    private Sql sql() {
        return Sql.untenanted(database); // they belong to the installation
    }

    /** Raises an alarm; false where it is raised already. */
    boolean raise(UUID source, AlarmKind kind, Instant since) {
        return sql().update(
                                "insert into bank_alarm (id, source_id, kind, since) values (?, ?, ?, ?) "
                                        + "on conflict (source_id, kind) where ended_at is null do nothing",
                                Ids.next(),
                                source,
                                Codes.of(kind),
                                since)
                == 1;
    }

    /** Ends an alarm; false where there is none. */
    boolean end(UUID source, AlarmKind kind, Instant at) {
        return sql().update(
                                "update bank_alarm set ended_at = ? where source_id = ? and kind = ? and ended_at is null",
                                at,
                                source,
                                Codes.of(kind))
                == 1;
    }

    /** When the latest alarm of a kind ended. */
    Optional<Instant> lastEnd(UUID source, AlarmKind kind) {
        return sql().query(
                        "select max(ended_at) as ended_at from bank_alarm where source_id = ? and kind = ?",
                        row -> row.optionalInstant("ended_at"),
                        source,
                        Codes.of(kind))
                .get(0);
    }

    long open() {
        return sql().query(
                        "select count(*) as times from bank_alarm a join bank_source s on s.id = a.source_id "
                                + "where a.ended_at is null and s.removed_at is null",
                        row -> row.bigint("times"))
                .get(0);
    }

    /** Since when a file is missing by which money comes to the thread's tenant; the first where there are several. */
    Optional<Instant> late(Instant after) {
        return tenants.query(
                        "select min(a.since) as since from bank_source_tenant t "
                                + "join bank_alarm a on a.source_id = t.source_id and a.ended_at is null and a.kind = ? "
                                + "where t.tenant_id = ? and t.last_at >= ?",
                        row -> row.optionalInstant("since"),
                        Codes.of(AlarmKind.MISSING),
                        Tenancy.required(),
                        after)
                .get(0);
    }
}
