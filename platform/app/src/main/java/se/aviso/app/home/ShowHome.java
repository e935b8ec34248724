package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import se.aviso.app.dispatch.DispatchState;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Permission;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;
import se.aviso.member.MembershipStatus;

/** Counts what a caller's home page tells, in their subtrees; one query a number, however many members there are. */
@ApplicationScoped
@Transactional
public class ShowHome {
    private static final String OPEN = """
             from invoice i
            join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
            join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id
            where\s""";
    private static final String LEFT = "s.claimed - s.received - s.credited";
    private static final List<Integer> AGES = List.of(1, 31, 61, 91);
    private static final int DAYS_AHEAD = 30;
    private static final int MOST_DAYS = 5;

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    BusinessDate businessDate;

    /** So many, and what they amount to. */
    public record Sum(long count, Money amount) {
        static Sum read(Row row) {
            return new Sum(
                    row.bigint("times"), Money.ore(row.optionalBigint("amount").orElse(0L)));
        }
    }

    /** What needs a person. */
    public record Tasks(Sum suspense, long undelivered, long quarantined) {
        /** How many kinds of things wait. */
        public long kinds() {
            return LongStream.of(suspense.count(), undelivered, quarantined)
                    .filter(count -> count > 0)
                    .count();
        }
    }

    /** What is owed, and how many members there are. */
    public record Totals(Sum notDue, Sum overdue, long members) {}

    /** Debt that is so old: from this many days, to that many; the oldest has no end. */
    public record Age(int fromDays, Optional<Integer> toDays, Sum sum) {}

    /** What falls due on a day. */
    public record Due(LocalDate day, Sum sum) {}

    /** All of it. */
    public record Home(Tasks tasks, Totals totals, List<Age> ages, List<Due> due) {}

    /** The home of the caller, narrowed to a subtree if one is given. */
    public Home show(Optional<String> group) {
        var today = businessDate.today();
        return new Home(tasks(group), totals(group, today), ages(group, today), due(group, today));
    }

    private Tasks tasks(Optional<String> group) {
        var waiting = visible("p", Permission.PAYMENT_READ, group).and("s.suspense <> 0");
        var suspense = sql.query(
                        "select count(*) as times, sum(s.suspense) as amount from payment p "
                                + "join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id "
                                + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id where "
                                + waiting.where(),
                        Sum::read,
                        waiting.params())
                .get(0);
        return new Tasks(suspense, undelivered(group), quarantined());
    }

    private long undelivered(Optional<String> group) {
        var states = List.of(
                Codes.of(DispatchState.FAILED), Codes.of(DispatchState.BOUNCED), Codes.of(DispatchState.UNKNOWN));
        var criteria = visible("d", Permission.DISPATCH_READ, group).and("d.state = any(?)", Sql.smallints(states));
        return count(
                "from dispatch d join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
                        + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id where ",
                criteria);
    }

    private long quarantined() {
        return caller.may(Permission.BANK_FILE_IMPORT)
                ? sql.query(
                                "select count(*) as times from bank_file where tenant_id = ? and state = ?",
                                row -> row.bigint("times"),
                                Tenancy.required(),
                                Codes.of(BankFileState.QUARANTINED))
                        .get(0)
                : 0;
    }

    private Totals totals(Optional<String> group, LocalDate today) {
        var members =
                visible("m", Permission.MEMBER_READ, group).and("m.status = ?", Codes.of(MembershipStatus.ACTIVE));
        return new Totals(
                sum(claims(group).and("i.due_on >= ?", today)),
                sum(claims(group).and("i.due_on < ?", today)),
                count(
                        "from membership m join group_node g on g.tenant_id = m.tenant_id and g.id = m.group_id where ",
                        members));
    }

    private List<Age> ages(Optional<String> group, LocalDate today) {
        return IntStream.range(0, AGES.size())
                .mapToObj(at -> {
                    int from = AGES.get(at);
                    var to = Optional.of(at + 1)
                            .filter(next -> next < AGES.size())
                            .map(next -> AGES.get(next) - 1);
                    var criteria = claims(group).and("i.due_on <= ?", today.minusDays(from));
                    to.ifPresent(days -> criteria.and("i.due_on >= ?", today.minusDays(days)));
                    return new Age(from, to, sum(criteria));
                })
                .toList();
    }

    private List<Due> due(Optional<String> group, LocalDate today) {
        var criteria = claims(group).and("i.due_on >= ?", today).and("i.due_on <= ?", today.plusDays(DAYS_AHEAD));
        return sql.query(
                "select i.due_on, count(*) as times, sum(" + LEFT + ") as amount" + OPEN + criteria.where()
                        + " group by i.due_on order by i.due_on limit ?",
                row -> new Due(row.day("due_on"), Sum.read(row)),
                criteria.params(MOST_DAYS));
    }

    private Criteria claims(Optional<String> group) {
        return visible("i", Permission.INVOICE_READ, group)
                .and("i.kind = ?", Codes.of(InvoiceKind.CLAIM))
                .and("s.status <= ?", Codes.of(Settlement.Status.PARTLY_PAID));
    }

    private Sum sum(Criteria criteria) {
        return sql.query(
                        "select count(*) as times, sum(" + LEFT + ") as amount" + OPEN + criteria.where(),
                        Sum::read,
                        criteria.params())
                .get(0);
    }

    private long count(String from, Criteria criteria) {
        return sql.query(
                        "select count(*) as times " + from + criteria.where(),
                        row -> row.bigint("times"),
                        criteria.params())
                .get(0);
    }

    private Criteria visible(String alias, Permission permission, Optional<String> group) {
        var criteria = Criteria.of(alias).within("g.path", caller.pathsFor(permission));
        group.ifPresent(path -> criteria.within("g.path", List.of(path)));
        return criteria;
    }
}
