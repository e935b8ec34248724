package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.payment.AsideStore;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.pickup.FindBankSources;
import se.aviso.app.run.RunState;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.Money;

/** Counts what waits for a person. Each condition is the predicate or the prefix of an index. */
@ApplicationScoped
class TaskStore {
    private static final String STOPPED = "tenant_id = ? and state = ? and (? or handed_by = ?)";
    private static final String SUSPENSE = "from payment_state s "
            + "join payment p on p.tenant_id = s.tenant_id and p.id = s.payment_id "
            + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id where ";
    private static final String UNDELIVERED = "from dispatch d "
            + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Sight sight;

    @Inject
    FindBankSources sources;

    Tasks tasks(Optional<String> group) {
        return new Tasks(suspense(group), undelivered(group), stopped(), runs(group), booksOff(), late());
    }

    /** Up to so many of each; one query for all. */
    CountWaiting.Waiting counts(Optional<String> group, int most) {
        var suspense = waiting(group);
        var undelivered = lost(group);
        var params = Stream.of(suspense.params(most), undelivered.params(most), stoppedParams())
                .flatMap(Arrays::stream)
                .toArray();
        return sql.query(
                        "select " + counted(SUSPENSE + suspense.where()) + " as suspense, "
                                + counted(UNDELIVERED + undelivered.where()) + " as undelivered, "
                                + "(select count(*) from bank_file where " + STOPPED + ") as stopped",
                        row -> new CountWaiting.Waiting(
                                row.bigint("suspense"), row.bigint("undelivered"), row.bigint("stopped")),
                        params)
                .get(0);
    }

    private static String counted(String from) {
        return "(select count(*) from (select 1 " + from + " limit ?) waiting)";
    }

    private Tasks.Suspense suspense(Optional<String> group) {
        var criteria = waiting(group);
        var currencies = sql.query(
                "select p.currency, count(*) as times, sum(s.suspense) as amount, min(p.booked_on) as oldest "
                        + SUSPENSE + criteria.where() + " group by p.currency order by count(*) desc, p.currency",
                Waited::read,
                criteria.params());
        return new Tasks.Suspense(
                currencies.stream().mapToLong(Waited::count).sum(),
                currencies.stream().map(Waited::amount).toList(),
                currencies.stream().map(Waited::oldest).min(LocalDate::compareTo));
    }

    private Tasks.Undelivered undelivered(Optional<String> group) {
        var criteria = lost(group);
        var ends = sql
                .query(
                        "select d.state, count(*) as times " + UNDELIVERED + criteria.where() + " group by d.state",
                        row -> Map.entry(row.code("state", DispatchState.class), row.bigint("times")),
                        criteria.params())
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, Long::sum, () -> new EnumMap<>(DispatchState.class)));
        return new Tasks.Undelivered(
                ends.getOrDefault(DispatchState.FAILED, 0L),
                ends.getOrDefault(DispatchState.BOUNCED, 0L),
                ends.getOrDefault(DispatchState.UNKNOWN, 0L));
    }

    private Tasks.WaitingRuns runs(Optional<String> group) {
        var criteria = sight.ofPaths("r", "r.group_path", Permission.RUN_READ, group);
        return sql.query(
                        "select count(*) filter (where r.state = ?) as proposed, count(*) filter (where r.state = ?) as broken "
                                + "from run r where " + criteria.where() + " and r.state = any(?)",
                        row -> new Tasks.WaitingRuns(row.bigint("proposed"), row.bigint("broken")),
                        Stream.of(
                                        new Object[] {Codes.of(RunState.PREVIEWED), Codes.of(RunState.FAILED)},
                                        criteria.params(Sql.smallints(
                                                List.of(Codes.of(RunState.PREVIEWED), Codes.of(RunState.FAILED)))))
                                .flatMap(Arrays::stream)
                                .toArray())
                .get(0);
    }

    /** By the last examination, told to those who see all books. */
    private long booksOff() {
        if (!sight.mayOnAll(Permission.LEDGER_READ)) {
            return 0;
        }
        return sql
                .query(
                        "select failed from books_check where tenant_id = ? and ended_at is not null "
                                + "order by id desc limit 1",
                        row -> (long) row.integer("failed"),
                        Tenancy.required())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private long stopped() {
        return sql.query(
                        "select count(*) as times from bank_file where " + STOPPED,
                        row -> row.bigint("times"),
                        stoppedParams())
                .get(0);
    }

    /** The office is told; a treasurer can do nothing about it. */
    private Optional<Instant> late() {
        return sight.mayOnAll(Permission.BANK_FILE_READ) ? sources.late() : Optional.empty();
    }

    /** A stopped file is nobody's: all are told to who sees all groups, and to others those that they handed in. */
    private Object[] stoppedParams() {
        return new Object[] {
            Tenancy.required(),
            Codes.of(BankFileState.QUARANTINED),
            sight.mayOnAll(Permission.BANK_FILE_READ),
            sight.user()
        };
    }

    private Criteria waiting(Optional<String> group) {
        return sight.of("s", Permission.PAYMENT_READ, group).and(AsideStore.IN_QUEUE);
    }

    private Criteria lost(Optional<String> group) {
        var states = List.of(
                Codes.of(DispatchState.FAILED), Codes.of(DispatchState.BOUNCED), Codes.of(DispatchState.UNKNOWN));
        return sight.of("d", Permission.DISPATCH_READ, group).and("d.state = any(?)", Sql.smallints(states));
    }

    private record Waited(long count, Money amount, LocalDate oldest) {
        static Waited read(Row row) {
            return new Waited(row.bigint("times"), row.money("amount", "currency"), row.day("oldest"));
        }
    }
}
