package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;
import se.aviso.simulation.MonthTally;
import se.aviso.simulation.PaymentPattern;

/** Simulations and what they came to. */
@ApplicationScoped
public class SimulationStore {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Where figures come from; the order is the code in the database. */
    public enum Origin {
        SIMULATED,
        LAST_YEAR
    }

    /** What a month came to in a group. */
    public record Figures(Origin origin, YearMonth month, GroupId group, String groupName, MonthTally tally) {}

    void add(Simulation simulation, String startedBy) {
        var question = simulation.question();
        sql.update(
                "insert into simulation (tenant_id, id, state, business_date, months, group_id, group_path, share, "
                        + "pattern, letter_cost, email_cost, total, started_by, created_at) "
                        + "values (?, ?, ?, ?, ?, ?::uuid, ?, ?::integer, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                simulation.id(),
                Codes.of(simulation.state()),
                question.today(),
                question.months(),
                question.group(),
                question.groupPath(),
                question.share(),
                written(simulation.pattern()),
                question.costs().letter().minorUnits(),
                question.costs().email().minorUnits(),
                simulation.progress().total(),
                startedBy,
                clock.instant());
    }

    /** Those of the subtrees, the newest first. */
    List<Simulation> newest(List<String> roots, PageRequest page) {
        var criteria = Criteria.of("q")
                .within("q.group_path", roots)
                .and("q.id < ?", page.after().map(Cursor::id));
        return sql.query(
                "select q.* from simulation q where " + criteria.where() + " order by q.id desc limit ?",
                SimulationStore::read,
                criteria.params(page.limitAndOne()));
    }

    Optional<Simulation> find(UUID id, List<String> roots) {
        var criteria = Criteria.of("q").within("q.group_path", roots).and("q.id = ?", id);
        return sql.one(
                "select q.* from simulation q where " + criteria.where(), SimulationStore::read, criteria.params());
    }

    /** The oldest that has not come to its end, locked until commit; nothing where another works at it. */
    Optional<Simulation> next() {
        return sql
                .query(
                        "select * from simulation where tenant_id = ? and state = ? order by id limit 1 "
                                + "for update skip locked",
                        SimulationStore::read,
                        Tenancy.required(),
                        Codes.of(SimulationState.RUNNING))
                .stream()
                .findFirst();
    }

    /** How many have not come to their end. */
    long unfinished() {
        return sql.query(
                        "select count(*) as times from simulation where tenant_id = ? and state = ?",
                        row -> row.bigint("times"),
                        Tenancy.required(),
                        Codes.of(SimulationState.RUNNING))
                .get(0);
    }

    void record(UUID id, SimulationState state, Simulation.Progress progress) {
        sql.update(
                "update simulation set state = ?, phase = ?, cursor = ?::uuid, done = ?, blocked = ?, ended_at = ?::timestamptz "
                        + "where tenant_id = ? and id = ?",
                Codes.of(state),
                progress.phase(),
                progress.cursor(),
                progress.done(),
                progress.blocked(),
                state == SimulationState.RUNNING ? Optional.empty() : Optional.of(clock.instant()),
                Tenancy.required(),
                id);
    }

    /** Adds to what months have come to. */
    void count(UUID id, Map<GroupMonth, MonthTally> more) {
        var rows = List.copyOf(more.entrySet());
        sql.update(
                "insert into simulation_month as m (tenant_id, simulation_id, origin, month, group_id, invoices, invoiced, "
                        + "offers, reminders, lapses, paid, letters, emails) select ?, ?, ?::smallint, u.* from unnest("
                        + "?::date[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], "
                        + "?::bigint[], ?::bigint[], ?::bigint[]) u on conflict (tenant_id, simulation_id, origin, month, "
                        + "group_id) do update set invoices = m.invoices + excluded.invoices, "
                        + "invoiced = m.invoiced + excluded.invoiced, offers = m.offers + excluded.offers, "
                        + "reminders = m.reminders + excluded.reminders, lapses = m.lapses + excluded.lapses, "
                        + "paid = m.paid + excluded.paid, letters = m.letters + excluded.letters, "
                        + "emails = m.emails + excluded.emails",
                Tenancy.required(),
                id,
                Codes.of(Origin.SIMULATED),
                Sql.dates(rows, row -> row.getKey().month().atDay(1)),
                Sql.uuids(rows, row -> row.getKey().group().value()),
                Sql.bigints(rows, row -> row.getValue().invoices()),
                Sql.bigints(rows, row -> row.getValue().invoiced().minorUnits()),
                Sql.bigints(rows, row -> row.getValue().offers()),
                Sql.bigints(rows, row -> row.getValue().reminders()),
                Sql.bigints(rows, row -> row.getValue().lapses()),
                Sql.bigints(rows, row -> row.getValue().paid().minorUnits()),
                Sql.bigints(rows, row -> row.getValue().letters()),
                Sql.bigints(rows, row -> row.getValue().emails()));
    }

    /** All figures, by month and then by group. */
    List<Figures> figures(UUID id) {
        return sql.query(
                "select f.*, g.name from simulation_month f join group_node g on g.tenant_id = f.tenant_id "
                        + "and g.id = f.group_id where f.tenant_id = ? and f.simulation_id = ? "
                        + "order by f.month, g.path, f.origin",
                SimulationStore::figure,
                Tenancy.required(),
                id);
    }

    void remove(UUID id) {
        sql.update("delete from simulation_month where tenant_id = ? and simulation_id = ?", Tenancy.required(), id);
        sql.update("delete from simulation where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    /** Lets go of those that are old. */
    void purge() {
        sql.query(
                        "select id from simulation where tenant_id = ? and created_at < ? limit 100",
                        row -> row.uuid("id"),
                        Tenancy.required(),
                        clock.instant().minus(KEPT))
                .forEach(this::remove);
    }

    private static Figures figure(Row row) {
        return new Figures(
                row.code("origin", Origin.class),
                YearMonth.from(row.day("month")),
                new GroupId(row.uuid("group_id")),
                row.text("name"),
                new MonthTally(
                        row.bigint("invoices"),
                        row.money("invoiced"),
                        row.bigint("offers"),
                        row.bigint("reminders"),
                        row.bigint("lapses"),
                        row.money("paid"),
                        row.bigint("letters"),
                        row.bigint("emails")));
    }

    private static Simulation read(Row row) {
        var question = new Simulation.Question(
                row.day("business_date"),
                row.integer("months"),
                row.optionalUuid("group_id"),
                row.text("group_path"),
                row.optionalInteger("share"),
                new Simulation.Costs(row.money("letter_cost"), row.money("email_cost")));
        var progress = new Simulation.Progress(
                row.integer("phase"),
                row.optionalUuid("cursor"),
                row.integer("total"),
                row.integer("done"),
                row.integer("blocked"));
        return new Simulation(
                row.uuid("id"),
                question,
                pattern(row.text("pattern")),
                row.code("state", SimulationState.class),
                progress,
                row.instant("created_at"));
    }

    private static String written(PaymentPattern pattern) {
        return pattern.shares().entrySet().stream()
                .map(day -> day.getKey() + ":" + day.getValue())
                .collect(Collectors.joining(" "));
    }

    private static PaymentPattern pattern(String written) {
        SortedMap<Integer, Integer> shares = new TreeMap<>();
        for (var day : written.split(" ", -1)) {
            var colon = day.indexOf(':');
            if (colon > 0) {
                shares.put(Integer.valueOf(day.substring(0, colon)), Integer.valueOf(day.substring(colon + 1)));
            }
        }
        return new PaymentPattern(shares);
    }
}
