package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.RunId;

/** What a recall has to take back, and why. */
@ApplicationScoped
public class RecallStore {
    /** An offer that was taken stands for the claim that was issued of it. */
    private static final String ISSUED =
            "select p.membership_id as subject_id, coalesce(c.id, i.id) as id from period p "
                    + "join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id "
                    + "join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id "
                    + "left join invoice c on c.tenant_id = i.tenant_id and c.offer_id = i.id "
                    + "where p.tenant_id = ? and p.membership_id = any(?) and i.run_id = ? and i.kind <> ? "
                    + "group by p.membership_id, coalesce(c.id, i.id) order by 1, 2";

    /** An invoice has the id of the draft that it was. */
    private static final String ISSUED_OF_DRAFTS = "select i.id as subject_id, i.id from invoice i "
            + "where i.tenant_id = ? and i.id = any(?) and i.run_id = ? and i.kind <> ? order by i.id";

    @Inject
    Sql sql;

    /** The documents that the run has issued for these recipients. */
    Map<UUID, List<UUID>> issued(Run run, Collection<UUID> recipients) {
        var issued = new HashMap<UUID, List<UUID>>();
        sql.query(
                run.kind().subject() == RunKind.Subject.DRAFT ? ISSUED_OF_DRAFTS : ISSUED,
                row -> issued.computeIfAbsent(row.uuid("subject_id"), id -> new ArrayList<>())
                        .add(row.uuid("id")),
                Tenancy.required(),
                Sql.uuids(recipients),
                run.id().value(),
                Codes.of(InvoiceKind.CREDIT_NOTE));
        return issued;
    }

    /** The paths of the groups that sell what the run has issued. */
    List<String> sellers(RunId run) {
        return sql.query(
                "select g.path from group_node g where g.tenant_id = ? and g.id in (select i.seller_group_id from invoice i "
                        + "where i.tenant_id = ? and i.run_id = ? and i.kind <> ?) order by g.path",
                row -> row.text("path"),
                Tenancy.required(),
                Tenancy.required(),
                run.value(),
                Codes.of(InvoiceKind.CREDIT_NOTE));
    }

    /** Keeps why the run is recalled. */
    void give(RunId run, String reason) {
        sql.update(
                "update run set recall_reason = ? where tenant_id = ? and id = ?",
                reason,
                Tenancy.required(),
                run.value());
    }

    /** Why the run is recalled. */
    String reason(RunId run) {
        return sql.one(
                        "select coalesce(recall_reason, '') as reason from run where tenant_id = ? and id = ?",
                        row -> row.text("reason"),
                        Tenancy.required(),
                        run.value())
                .orElseThrow();
    }
}
