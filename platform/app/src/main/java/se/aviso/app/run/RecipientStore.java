package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.MembershipType;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.PrefixRange;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RunId;
import se.aviso.member.Guardianship;
import se.aviso.member.PeriodState;
import se.aviso.run.Choice;

/**
 * Finds whom a run concerns and freezes them, set-wise, in chunks.
 *
 * <p>The days asked for come from the core's policies; the core looks at each recipient again when its turn comes.
 */
@ApplicationScoped
public class RecipientStore {
    /** One round trip and one transaction each; larger ones win nothing more and hold locks for longer. */
    private static final int CHUNK = 1_000;

    private static final List<Integer> RENEWED =
            List.of(Codes.of(PeriodState.PAID), Codes.of(PeriodState.ENDED), Codes.of(PeriodState.CANCELLED));

    /** What stands in the way of a reminder of the document {@code i} today; its parameters are that day, twice. */
    private static final String NOT_HELD = " and not exists (select 1 from dunning_charge x "
            + "where x.tenant_id = i.tenant_id and x.invoice_id = i.id) and not exists (select 1 from collector_case x "
            + "where x.tenant_id = i.tenant_id and x.invoice_id = i.id and x.taken_back_on is null) "
            + "and not exists (select 1 from dunning_stop x where x.tenant_id = i.tenant_id and x.invoice_id = i.id "
            + "and x.lifted_on is null and coalesce(x.until, 'infinity') >= ?) "
            + "and not exists (select 1 from dunning_stop x where x.tenant_id = i.tenant_id "
            + "and x.member_id = i.member_id and x.lifted_on is null and coalesce(x.until, 'infinity') >= ?)";

    /**
     * The last reminder of the document {@code i} was the one before the level; its parameters are the level, three
     * times.
     */
    private static final String AT_LEVEL = " and not exists (select 1 from reminder r "
            + "where r.tenant_id = i.tenant_id and r.invoice_id = i.id and r.level >= ?) and (? = 1 or exists "
            + "(select 1 from reminder r where r.tenant_id = i.tenant_id and r.invoice_id = i.id and r.level = ? - 1))";

    @Inject
    Sql sql;

    /** A query for the ids of recipients in the column {@code id}, with its parameters. */
    record Due(String query, List<@Nullable Object> params) {
        static Due of(String query, @Nullable Object... params) {
            return new Due(query, Arrays.asList(params));
        }
    }

    /** True when there is anybody. */
    boolean any(Due due) {
        return !sql.query(
                        "select 1 as one from (" + due.query() + ") x limit 1",
                        row -> row.integer("one"),
                        due.params().toArray())
                .isEmpty();
    }

    /** Freezes the recipients behind so many that are frozen already; answers how many. */
    int freeze(RunId run, Due due, int behind) {
        var firstChunk = (behind + CHUNK - 1) / CHUNK;
        var params =
                Stream.concat(Stream.of(Tenancy.required(), run.value(), firstChunk, CHUNK), due.params().stream());
        return sql.update(
                "insert into run_recipient (tenant_id, run_id, chunk, subject_id) select ?, ?, "
                        + "? + (row_number() over (order by x.id) - 1) / ?, x.id from (" + due.query()
                        + ") x on conflict do nothing",
                params.toArray());
    }

    /** Lets go of the recipients of a proposal that was not approved, and of what was foreseen for them. */
    void release(RunId run) {
        for (var table : List.of("run_forecast", "run_recipient")) {
            sql.update("delete from " + table + " where tenant_id = ? and run_id = ?", Tenancy.required(), run.value());
        }
    }

    /** Those of the chosen memberships of a subtree that have no period yet. */
    Due withoutPeriod(String groupPath, Choice choice) {
        var criteria = Criteria.of("s")
                .within("g.path", List.of(groupPath))
                .and("s.joined_on >= ?", choice.joined().from())
                .and("s.joined_on <= ?", choice.joined().to());
        if (!choice.types().isEmpty()) {
            criteria.and("s.type_id = any(?)", Sql.uuids(choice.types(), MembershipTypeId::value));
        }
        return Due.of(
                "select s.id from membership s join group_node g on g.tenant_id = s.tenant_id "
                        + "and g.id = s.group_id where " + criteria.where() + " and s.leaves_on is null and not exists "
                        + "(select 1 from period p where p.tenant_id = s.tenant_id and p.membership_id = s.id "
                        + "and p.state <> 5)",
                criteria.params());
    }

    /** Memberships of a type and subtree whose newest period was paid or credited and ends within those days. */
    Due endingBy(MembershipType type, DayRange ends, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select s.id from period p join membership s on s.tenant_id = p.tenant_id "
                        + "and s.id = p.membership_id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where p.tenant_id = ? and p.state = any(?) and p.last_day between ? and ? and s.type_id = ? "
                        + "and s.leaves_on is null and g.path >= ? and g.path < ? and not exists (select 1 from period q "
                        + "where q.tenant_id = p.tenant_id and q.membership_id = s.id and q.ordinal > p.ordinal "
                        + "and q.state <> 5)",
                Tenancy.required(),
                Sql.smallints(RENEWED),
                ends.firstDay(),
                ends.lastDay(),
                type.id().value(),
                range.from(),
                range.to());
    }

    /** A level, the latest due day at which it may be due, and the day on which that is asked. */
    record Level(int number, LocalDate dueBy, LocalDate today) {}

    /** Claims of a subtree that are not settled, fell due by a day, and stand before that level. */
    Due unpaidAt(Level level, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select i.id from settlement t join invoice i on i.tenant_id = t.tenant_id "
                        + "and i.id = t.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where t.tenant_id = ? and t.status = any(?) and i.kind = ? and i.due_on <= ? "
                        + "and g.path >= ? and g.path < ?" + AT_LEVEL + NOT_HELD,
                Tenancy.required(),
                Sql.codes(Settlement.Status.UNPAID),
                Codes.of(InvoiceKind.CLAIM),
                level.dueBy(),
                range.from(),
                range.to(),
                level.number(),
                level.number(),
                level.number(),
                level.today(),
                level.today());
    }

    /** Open offers of a subtree that fell due by a day, and stand before that level. */
    Due offersAt(Level level, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select i.id from offer_answer a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where a.tenant_id = ? and a.state = 0 and i.due_on <= ? and g.path >= ? and g.path < ?"
                        + AT_LEVEL + NOT_HELD,
                Tenancy.required(),
                level.dueBy(),
                range.from(),
                range.to(),
                level.number(),
                level.number(),
                level.number(),
                level.today(),
                level.today());
    }

    /** Unpaid claims of a subtree that fell due before a day, and on which a period is still offered. */
    Due claimsWithPeriodsDueBefore(LocalDate day, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select distinct i.id from period p join invoice_line l on l.tenant_id = p.tenant_id "
                        + "and l.period_id = p.id join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id "
                        + "join settlement t on t.tenant_id = i.tenant_id and t.invoice_id = i.id "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where p.tenant_id = ? and p.state = ? and t.status = any(?) and i.due_on < ? "
                        + "and g.path >= ? and g.path < ?",
                Tenancy.required(),
                Codes.of(PeriodState.OFFERED),
                Sql.codes(Settlement.Status.UNPAID),
                day,
                range.from(),
                range.to());
    }

    /** Offers of a subtree that nobody took and that fell due before a day. */
    Due offersDueBefore(LocalDate day, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select i.id from offer_answer a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                        + "where a.tenant_id = ? and a.state = 0 and i.due_on < ? and g.path >= ? and g.path < ?",
                Tenancy.required(),
                day,
                range.from(),
                range.to());
    }

    /** Paid periods of a subtree that were over before a day. */
    Due periodsOverBefore(LocalDate day, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select p.id from period p join membership s on s.tenant_id = p.tenant_id "
                        + "and s.id = p.membership_id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where p.tenant_id = ? and p.state = ? and p.last_day < ? and g.path >= ? and g.path < ?",
                Tenancy.required(),
                Codes.of(PeriodState.PAID),
                day,
                range.from(),
                range.to());
    }

    /** Memberships of a subtree with a move or a last day that has come, and members there who have come of age. */
    Due lifeDue(LocalDate today, String groupPath) {
        var range = PrefixRange.of(groupPath);
        return Due.of(
                "select t.membership_id as id from membership_transfer t "
                        + "join membership s on s.tenant_id = t.tenant_id and s.id = t.membership_id "
                        + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where t.tenant_id = ? and t.state = 0 and t.on_day <= ? and g.path >= ? and g.path < ? "
                        + "union select distinct m.id from member m join membership s on s.tenant_id = m.tenant_id "
                        + "and s.member_id = m.id join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                        + "where m.tenant_id = ? and m.guardian_name is not null and m.born <= ? and m.died_on is null "
                        + "and g.path >= ? and g.path < ?",
                Tenancy.required(),
                today,
                range.from(),
                range.to(),
                Tenancy.required(),
                Guardianship.ofAgeWhenBornBy(today),
                range.from(),
                range.to());
    }

    /** The drafts of a batch. */
    Due drafts(UUID batch) {
        return Due.of(
                "select d.id from invoice_draft d where d.tenant_id = ? and d.batch_id = ?", Tenancy.required(), batch);
    }
}
