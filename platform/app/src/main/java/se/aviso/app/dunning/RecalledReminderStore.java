package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dunning.ReminderRecall;
import se.aviso.kernel.RunId;

/** Reminders of a run that are taken back: they count no more, and what they said is kept. */
@ApplicationScoped
public class RecalledReminderStore {
    @Inject
    Sql sql;

    /** What is known of the run's reminders of these documents. */
    Map<UUID, ReminderRecall> ofRun(RunId run, Collection<UUID> documents) {
        var found = new HashMap<UUID, ReminderRecall>();
        sql.query(
                "select r.invoice_id, r.level, (select max(q.level) from reminder q where q.tenant_id = r.tenant_id "
                        + "and q.invoice_id = r.invoice_id) as last_level, exists (select 1 from collector_case c "
                        + "where c.tenant_id = r.tenant_id and c.invoice_id = r.invoice_id and c.taken_back_on is null) "
                        + "as handed_over from reminder r where r.tenant_id = ? and r.invoice_id = any(?) and r.run_id = ?",
                row -> found.put(
                        row.uuid("invoice_id"),
                        new ReminderRecall(row.integer("level"), row.integer("last_level"), row.flag("handed_over"))),
                Tenancy.required(),
                Sql.uuids(documents),
                run.value());
        return found;
    }

    /** The claims of fee and interest that came with the run's reminders of these documents, and of which each. */
    Map<UUID, UUID> charges(RunId run, Collection<UUID> documents) {
        var charges = new HashMap<UUID, UUID>();
        sql.query(
                "select c.invoice_id, c.principal_id from dunning_charge c join reminder r on r.tenant_id = c.tenant_id "
                        + "and r.invoice_id = c.principal_id and r.level = c.level "
                        + "where c.tenant_id = ? and c.principal_id = any(?) and c.recall = 0 and r.run_id = ?",
                row -> charges.put(row.uuid("invoice_id"), row.uuid("principal_id")),
                Tenancy.required(),
                Sql.uuids(documents),
                run.value());
        return charges;
    }

    /** Moves the run's reminders of these documents among those that were taken back, with their charges. */
    void record(RunId run, List<UUID> documents, LocalDate today) {
        sql.update(
                "insert into recalled_reminder (tenant_id, invoice_id, level, recall, run_id, issued_on, open, text, fee, "
                        + "interest, credited, recalled_on) select r.tenant_id, r.invoice_id, r.level, 1 + (select count(*) "
                        + "from recalled_reminder q where q.tenant_id = r.tenant_id and q.invoice_id = r.invoice_id "
                        + "and q.level = r.level), r.run_id, r.issued_on, r.open, r.text, r.fee, r.interest, "
                        + "coalesce((select sum(c.fee + c.interest) from dunning_charge c where c.tenant_id = r.tenant_id "
                        + "and c.principal_id = r.invoice_id and c.level = r.level and c.recall = 0), 0), ?::date "
                        + "from reminder r where r.tenant_id = ? and r.invoice_id = any(?) and r.run_id = ?",
                today,
                Tenancy.required(),
                Sql.uuids(documents),
                run.value());
        sql.update(
                "update dunning_charge c set recall = q.recall from recalled_reminder q where q.tenant_id = c.tenant_id "
                        + "and q.invoice_id = c.principal_id and q.level = c.level and c.recall = 0 "
                        + "and q.tenant_id = ? and q.run_id = ? and c.principal_id = any(?)",
                Tenancy.required(),
                run.value(),
                Sql.uuids(documents));
        sql.update(
                "delete from reminder where tenant_id = ? and invoice_id = any(?) and run_id = ?",
                Tenancy.required(),
                Sql.uuids(documents),
                run.value());
    }
}
