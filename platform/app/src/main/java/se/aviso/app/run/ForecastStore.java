package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.ChargeGuard;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;
import se.aviso.kernel.RunId;

/** What previews have found, recipient by recipient; written and added up in sets. */
@ApplicationScoped
public class ForecastStore {
    @Inject
    Sql sql;

    /** Keeps what was found of the run's recipients, unless it was found before with others. */
    void add(RunId run, List<Foreseen> found) {
        sql.update(
                "insert into run_forecast (tenant_id, run_id, subject_id, verdict, reason, paper, channel, amount) "
                        + "select r.tenant_id, r.run_id, u.* from unnest(?::uuid[], ?::smallint[], ?::text[], ?::smallint[], "
                        + "?::smallint[], ?::bigint[]) u(id, verdict, reason, paper, channel, amount) "
                        + "join run_recipient r on r.tenant_id = ? and r.run_id = ? and r.subject_id = u.id "
                        + "on conflict do nothing",
                Sql.uuids(found, Foreseen::subject),
                Sql.smallints(found, each -> Codes.of(each.verdict())),
                Sql.texts(nullable(found, each -> each.reason())),
                Sql.smallints(nullable(found, each -> each.paper().map(paper -> Codes.of(paper.kind())))),
                Sql.smallints(nullable(
                        found,
                        each -> each.paper().flatMap(Foreseen.Paper::channel).map(Codes::of))),
                Sql.bigints(
                        found,
                        each -> each.paper()
                                .map(paper -> paper.amount().minorUnits())
                                .orElse(0L)),
                Tenancy.required(),
                run.value());
    }

    /** How many recipients have one fate in common, and the sum of their documents. */
    public record Share(
            Foreseen.Verdict verdict,
            Optional<String> reason,
            Optional<Foreseen.Kind> kind,
            Optional<Channel> channel,
            long count,
            Money amount) {}

    /** All that was found, added up by fate. */
    List<Share> shares(RunId run) {
        return sql.query(
                "select verdict, reason, paper, channel, count(*) as times, sum(amount)::bigint as amount "
                        + "from run_forecast where tenant_id = ? and run_id = ? "
                        + "group by verdict, reason, paper, channel order by verdict, reason, paper, channel",
                row -> new Share(
                        row.code("verdict", Foreseen.Verdict.class),
                        row.optionalText("reason"),
                        row.optionalInteger("paper").map(code -> Codes.constant(Foreseen.Kind.class, code)),
                        row.optionalInteger("channel").map(code -> Codes.constant(Channel.class, code)),
                        row.bigint("times"),
                        Money.ore(row.bigint("amount"))),
                Tenancy.required(),
                run.value());
    }

    /** Recipients of a group that nothing can come for, for one reason. */
    public record Blocker(String reason, UUID groupId, String groupName, long count) {}

    /** What has to be mended where; what stops most recipients first. */
    List<Blocker> blockers(Run run, int most) {
        return sql.query(
                "select f.reason, g.id as group_id, g.name, count(*) as times from run_forecast f "
                        + SubjectSql.join(run.kind().subject(), "f.tenant_id", "f.subject_id")
                        + " join group_node g on g.tenant_id = f.tenant_id and g.id = x.group_id "
                        + "where f.tenant_id = ? and f.run_id = ? and f.verdict = ? "
                        + "group by f.reason, g.id, g.name order by count(*) desc, g.name, f.reason limit ?",
                row -> new Blocker(row.text("reason"), row.uuid("group_id"), row.text("name"), row.bigint("times")),
                Tenancy.required(),
                run.id().value(),
                Codes.of(Foreseen.Verdict.BLOCKED),
                most);
    }

    /**
     * What the reminders of a run went without though the policy wants it, and how many, by the code of the reason;
     * those that were taken back do not count.
     */
    Map<String, Long> wentWithout(RunId run) {
        var without = new TreeMap<String, Long>();
        sql.query(
                        "select refused, count(*) as times from reminder where tenant_id = ? and run_id = ? "
                                + "and refused <> '' group by refused",
                        row -> Map.entry(List.of(row.text("refused").split(" ")), row.bigint("times")),
                        Tenancy.required(),
                        run.value())
                .forEach(each -> ChargeGuard.mendable(each.getKey())
                        .ifPresent(code -> without.merge(code, each.getValue(), Long::sum)));
        return without;
    }

    /** What came otherwise than foreseen. */
    public record Changes(long notDue, long failed) {}

    /** Of those for whom something was to come: for whom nothing was due any more, and for whom it failed. */
    Changes changes(RunId run) {
        return sql.query(
                        "select count(*) filter (where r.state = ?) as not_due, count(*) filter (where r.state = ?) as failed "
                                + "from run_recipient r join run_forecast f on f.tenant_id = r.tenant_id "
                                + "and f.run_id = r.run_id and f.subject_id = r.subject_id "
                                + "where r.tenant_id = ? and r.run_id = ? and r.reason is not null and f.verdict = ?",
                        row -> new Changes(row.bigint("not_due"), row.bigint("failed")),
                        Codes.of(RecipientState.PASSED_OVER),
                        Codes.of(RecipientState.FAILED),
                        Tenancy.required(),
                        run.value(),
                        Codes.of(Foreseen.Verdict.COMES))
                .get(0);
    }

    /** How many documents a run has issued, and their sum. */
    public record Issued(long count, Money amount) {}

    /** The invoices and offers of a run; of reminders what was open, also of those that were taken back. */
    Issued issued(Run run) {
        var reminders = run.kind() == RunKind.REMINDER;
        return sql.query(
                        reminders
                                ? "select count(*) as times, coalesce(sum(r.open), 0)::bigint as amount from ("
                                        + "select tenant_id, run_id, open from reminder union all "
                                        + "select tenant_id, run_id, open from recalled_reminder) r "
                                        + "where r.tenant_id = ? and r.run_id = ?"
                                : "select count(*) as times, coalesce(sum(i.total), 0)::bigint as amount from invoice i "
                                        + "where i.tenant_id = ? and i.run_id = ? and i.kind <> "
                                        + Codes.of(InvoiceKind.CREDIT_NOTE),
                        row -> new Issued(row.bigint("times"), Money.ore(row.bigint("amount"))),
                        Tenancy.required(),
                        run.id().value())
                .get(0);
    }

    private interface Column<V> {
        Optional<V> of(Foreseen found);
    }

    private static <V> List<@Nullable V> nullable(List<Foreseen> found, Column<V> column) {
        var values = new ArrayList<@Nullable V>();
        found.forEach(each -> values.add(column.of(each).orElse(null)));
        return values;
    }
}
