package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import se.aviso.accounting.DecisionRest;
import se.aviso.accounting.Hindrance;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** Which exports can be decided now, and what keeps the others: that survives whoever has tried. */
@ApplicationScoped
@Transactional
public class ExportTroubles {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * Exports of which some vouchers are not kept yet and that do not rest: those that went well first, then the
     * oldest.
     */
    List<UUID> ready(int most) {
        return sql.query(
                "select x.id from accounting_export x left join export_trouble t on t.tenant_id = x.tenant_id "
                        + "and t.export_id = x.id where x.tenant_id = ? and not exists (select from decided_export d "
                        + "where d.tenant_id = x.tenant_id and d.export_id = x.id) and coalesce(t.again_at <= ?, true) "
                        + "order by coalesce(t.tries, 0), x.id limit ?",
                row -> row.uuid("id"),
                Tenancy.required(),
                clock.instant(),
                most);
    }

    /** Notes that it could not be decided: it rests, longer each time. */
    void note(UUID export, Hindrance hindrance) {
        var tries = 1 + tries(export);
        var now = clock.instant();
        sql.update(
                "insert into export_trouble (tenant_id, export_id, hindrance, tries, tried_at, again_at) "
                        + "values (?, ?, ?, ?, ?, ?) on conflict (tenant_id, export_id) do update set "
                        + "hindrance = excluded.hindrance, tries = excluded.tries, tried_at = excluded.tried_at, "
                        + "again_at = excluded.again_at",
                Tenancy.required(),
                export,
                Codes.of(hindrance),
                tries,
                now,
                now.plus(DecisionRest.after(tries)));
    }

    private int tries(UUID export) {
        return sql.one(
                        "select tries from export_trouble where tenant_id = ? and export_id = ?",
                        row -> row.integer("tries"),
                        Tenancy.required(),
                        export)
                .orElse(0);
    }

    /** Notes that it went on. */
    void over(UUID export) {
        sql.update("delete from export_trouble where tenant_id = ? and export_id = ?", Tenancy.required(), export);
    }
}
