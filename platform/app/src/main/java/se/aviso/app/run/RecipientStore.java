package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.aviso.app.member.MembershipType;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.RunId;
import se.aviso.member.Guardianship;
import se.aviso.member.PeriodState;

/**
 * Freezes the recipients of a run, set-wise, in chunks.
 *
 * <p>The days asked for come from the core's policies; the core looks at each recipient again when its turn comes.
 */
@ApplicationScoped
public class RecipientStore {
    private static final String INTO = "insert into run_recipient (tenant_id, run_id, chunk, subject_id) "
            + "select ?, ?, (row_number() over (order by x.id) - 1) / 1000, x.id from (%s) x on conflict do nothing";

    @Inject
    Sql sql;

    /** Memberships of a subtree that have no period yet. */
    int withoutPeriod(RunId run, String groupPath) {
        return sql.update(
                INTO.formatted("select s.id from membership s join group_node g on g.tenant_id = s.tenant_id "
                        + "and g.id = s.group_id where s.tenant_id = ? and g.path >= ? and g.path < ? and s.leaves_on is null and not exists "
                        + "(select 1 from period p where p.tenant_id = s.tenant_id and p.membership_id = s.id "
                        + "and p.state <> 5)"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                groupPath,
                endOf(groupPath));
    }

    /** Memberships of a type and subtree whose newest period is paid and ends by a day. */
    int endingBy(RunId run, MembershipType type, LocalDate lastDay, String groupPath) {
        return sql.update(
                INTO.formatted("select s.id from period p join membership s on s.tenant_id = p.tenant_id "
                        + "and s.id = p.membership_id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where p.tenant_id = ? and p.state = ? and p.last_day <= ? and s.type_id = ? and s.leaves_on is null "
                        + "and g.path >= ? and g.path < ? and not exists (select 1 from period q "
                        + "where q.tenant_id = p.tenant_id and q.membership_id = s.id and q.ordinal > p.ordinal "
                        + "and q.state <> 5)"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                Codes.of(PeriodState.PAID),
                lastDay,
                type.id().value(),
                groupPath,
                endOf(groupPath));
    }

    /** What stands in the way of a reminder of the document {@code i} today; its parameters are that day, twice. */
    private static final String NOT_HELD = " and not exists (select 1 from dunning_charge x "
            + "where x.tenant_id = i.tenant_id and x.invoice_id = i.id) and not exists (select 1 from collector_case x "
            + "where x.tenant_id = i.tenant_id and x.invoice_id = i.id and x.taken_back_on is null) "
            + "and not exists (select 1 from dunning_stop x where x.tenant_id = i.tenant_id and x.invoice_id = i.id "
            + "and x.lifted_on is null and coalesce(x.until, 'infinity') >= ?) "
            + "and not exists (select 1 from dunning_stop x where x.tenant_id = i.tenant_id "
            + "and x.member_id = i.member_id and x.lifted_on is null and coalesce(x.until, 'infinity') >= ?)";

    /**
     * The last reminder of the document {@code i} was the one before the level; its parameters are the level, twice.
     */
    private static final String AT_LEVEL = " and not exists (select 1 from reminder r "
            + "where r.tenant_id = i.tenant_id and r.invoice_id = i.id and r.level >= ?) and (? = 1 or exists "
            + "(select 1 from reminder r where r.tenant_id = i.tenant_id and r.invoice_id = i.id and r.level = ? - 1))";

    /** A level, the latest due day at which it may be due, and the day on which that is asked. */
    record Due(int level, LocalDate dueBy, LocalDate today) {}

    /** Claims of a subtree that are not settled, fell due by a day, and stand before that level. */
    int unpaidAt(RunId run, Due due, String groupPath) {
        return sql.update(
                INTO.formatted("select i.id from settlement t join invoice i on i.tenant_id = t.tenant_id "
                        + "and i.id = t.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where t.tenant_id = ? and t.status = any(?) and i.kind = ? and i.due_on <= ? "
                        + "and g.path >= ? and g.path < ?" + AT_LEVEL + NOT_HELD),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                Sql.smallints(List.of(Codes.of(Settlement.Status.OPEN), Codes.of(Settlement.Status.PARTLY_PAID))),
                Codes.of(InvoiceKind.CLAIM),
                due.dueBy(),
                groupPath,
                endOf(groupPath),
                due.level(),
                due.level(),
                due.level(),
                due.today(),
                due.today());
    }

    /** Open offers of a subtree that fell due by a day, and stand before that level. */
    int offersAt(RunId run, Due due, String groupPath) {
        return sql.update(
                INTO.formatted("select i.id from offer_answer a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where a.tenant_id = ? and a.state = 0 and i.due_on <= ? and g.path >= ? and g.path < ?"
                        + AT_LEVEL + NOT_HELD),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                due.dueBy(),
                groupPath,
                endOf(groupPath),
                due.level(),
                due.level(),
                due.level(),
                due.today(),
                due.today());
    }

    /** Unpaid claims of a subtree that fell due before a day, and on which a period is still offered. */
    int claimsWithPeriodsDueBefore(RunId run, LocalDate day, String groupPath) {
        return sql.update(
                INTO.formatted("select distinct i.id from period p join invoice_line l on l.tenant_id = p.tenant_id "
                        + "and l.period_id = p.id join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id "
                        + "join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where p.tenant_id = ? and p.state = ? and t.status = any(?) and i.due_on < ? "
                        + "and g.path >= ? and g.path < ?"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                Codes.of(PeriodState.OFFERED),
                Sql.smallints(List.of(Codes.of(Settlement.Status.OPEN), Codes.of(Settlement.Status.PARTLY_PAID))),
                day,
                groupPath,
                endOf(groupPath));
    }

    /** Offers of a subtree that nobody took and that fell due before a day. */
    int offersDueBefore(RunId run, LocalDate day, String groupPath) {
        return sql.update(
                INTO.formatted("select i.id from offer_answer a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where a.tenant_id = ? and a.state = 0 and i.due_on < ? and g.path >= ? and g.path < ?"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                day,
                groupPath,
                endOf(groupPath));
    }

    /** Memberships of a subtree with a move or a last day that has come, and members there who have come of age. */
    int lifeDue(RunId run, LocalDate today, String groupPath) {
        return sql.update(
                INTO.formatted("select t.membership_id as id from membership_transfer t "
                        + "join membership s on s.tenant_id = t.tenant_id and s.id = t.membership_id "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where t.tenant_id = ? and t.state = 0 and t.on_day <= ? and g.path >= ? and g.path < ? "
                        + "union select distinct m.id from member m join membership s on s.tenant_id = m.tenant_id "
                        + "and s.member_id = m.id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where m.tenant_id = ? and m.guardian_name is not null and m.born <= ? and m.died_on is null "
                        + "and g.path >= ? and g.path < ?"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                today,
                groupPath,
                endOf(groupPath),
                Tenancy.required(),
                Guardianship.ofAgeWhenBornBy(today),
                groupPath,
                endOf(groupPath));
    }

    /** Paid periods of a subtree that were over before a day. */
    int periodsOverBefore(RunId run, LocalDate day, String groupPath) {
        return sql.update(
                INTO.formatted("select p.id from period p join membership s on s.tenant_id = p.tenant_id "
                        + "and s.id = p.membership_id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where p.tenant_id = ? and p.state = ? and p.last_day < ? and g.path >= ? and g.path < ?"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                Codes.of(PeriodState.PAID),
                day,
                groupPath,
                endOf(groupPath));
    }

    /** The drafts of a batch. */
    int drafts(RunId run, UUID batch) {
        return sql.update(
                INTO.formatted("select d.id from invoice_draft d where d.tenant_id = ? and d.batch_id = ?"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                batch);
    }

    /** Behind the last path of a subtree, in C collation. */
    private static String endOf(String groupPath) {
        return groupPath.substring(0, groupPath.length() - 1) + (char) ('/' + 1);
    }
}
