package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.kernel.Money;
import se.aviso.payment.CashFlow;
import se.aviso.payment.Week;

/** Adds up, day by day, money to the accounts of the groups in sight: what came, and what is to come by due days. */
@ApplicationScoped
class CashFlowStore {
    private static final String KRONOR = "SEK";

    @Inject
    Sql sql;

    @Inject
    Sight sight;

    CashFlow flow(Optional<String> group, LocalDate today, List<Week> weeks) {
        var last = weeks.get(weeks.size() - 1).lastDay();
        return CashFlow.of(weeks, paid(group, weeks.get(0).firstDay(), last), expected(group, today, last));
    }

    private Map<LocalDate, Money> paid(Optional<String> group, LocalDate from, LocalDate to) {
        var criteria = Criteria.of("p")
                .and("p.undoing_id is null")
                .and("p.booked_on >= ?", from)
                .and("p.booked_on <= ?", to)
                .and("p.currency = ?", KRONOR);
        return days(
                "select p.booked_on as day, p.seller_group_id, sum(p.amount) as amount from payment p where ",
                criteria,
                sight.of("g", Permission.PAYMENT_READ, group));
    }

    private Map<LocalDate, Money> expected(Optional<String> group, LocalDate from, LocalDate to) {
        var criteria =
                DebtStore.unpaid(Criteria.of("i")).and("i.due_on >= ?", from).and("i.due_on <= ?", to);
        return days(
                "select i.due_on as day, i.seller_group_id, sum(" + DebtStore.LEFT + ") as amount from invoice i "
                        + "join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where ",
                criteria,
                sight.of("g", Permission.INVOICE_READ, group));
    }

    /** Added up by seller before sellers are looked at: so the groups are joined once for a day, not for each row. */
    private Map<LocalDate, Money> days(String select, Criteria rows, Criteria sellers) {
        var params = Stream.of(rows.params(), sellers.params())
                .flatMap(Arrays::stream)
                .toArray();
        return sql
                .query(
                        "select f.day, sum(f.amount) as amount from (" + select + rows.where() + " group by 1, 2) f "
                                + "join group_node g on g.id = f.seller_group_id where " + sellers.where()
                                + " group by f.day",
                        row -> Map.entry(row.day("day"), row.money("amount")),
                        params)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
