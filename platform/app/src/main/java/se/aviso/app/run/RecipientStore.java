package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import se.aviso.app.member.MembershipType;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.RunId;
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
                        + "and g.id = s.group_id where s.tenant_id = ? and g.path >= ? and g.path < ? and not exists "
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
                        + "where p.tenant_id = ? and p.state = ? and p.last_day <= ? and s.type_id = ? "
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

    /** Claims of a subtree that are not settled, fell due by a day and were never reminded of. */
    int unpaidSince(RunId run, LocalDate dueOn, String groupPath) {
        return sql.update(
                INTO.formatted("select i.id from settlement t join invoice i on i.tenant_id = t.tenant_id "
                        + "and i.id = t.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where t.tenant_id = ? and t.status = any(?) and i.kind = ? and i.due_on <= ? "
                        + "and g.path >= ? and g.path < ? and not exists (select 1 from reminder r "
                        + "where r.tenant_id = t.tenant_id and r.invoice_id = t.invoice_id)"),
                Tenancy.required(),
                run.value(),
                Tenancy.required(),
                Sql.smallints(List.of(Codes.of(Settlement.Status.OPEN), Codes.of(Settlement.Status.PARTLY_PAID))),
                Codes.of(InvoiceKind.CLAIM),
                dueOn,
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

    /** Behind the last path of a subtree, in C collation. */
    private static String endOf(String groupPath) {
        return groupPath.substring(0, groupPath.length() - 1) + (char) ('/' + 1);
    }
}
