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
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.invoice.Collected;
import se.aviso.invoice.DebtAge;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/** Adds up claims of the groups in sight. */
@ApplicationScoped
class DebtStore {
    static final String LEFT = "s.claimed - s.received - s.credited";
    private static final String CLAIMS = " from invoice i "
            + "join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Sight sight;

    /** What is unpaid, by age; the youngest first, and none is left out. */
    List<Debt> debts(Optional<String> group, LocalDate today) {
        var criteria = unpaid(sight.of("i", Permission.INVOICE_READ, group));
        var found = sql
                .query(
                        "select width_bucket(cast(? as date) - i.due_on, ?) as age, count(*) as times, sum(" + LEFT
                                + ") as amount" + CLAIMS + criteria.where() + " group by 1",
                        row -> Map.entry(DebtAge.at(row.integer("age")), Sum.read(row)),
                        behind(today, Sql.integers(DebtAge.steps()), criteria))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Arrays.stream(DebtAge.values())
                .map(age -> new Debt(age, found.getOrDefault(age, Sum.NONE)))
                .toList();
    }

    /** The next days on which something falls due. */
    List<Due> due(Optional<String> group, LocalDate today, LocalDate last, int most) {
        var criteria = unpaid(sight.of("i", Permission.INVOICE_READ, group))
                .and("i.due_on >= ?", today)
                .and("i.due_on <= ?", last);
        return sql.query(
                "select i.due_on, count(*) as times, sum(" + LEFT + ") as amount" + CLAIMS + criteria.where()
                        + " group by i.due_on order by i.due_on limit ?",
                row -> new Due(row.day("due_on"), Sum.read(row)),
                criteria.params(most));
    }

    /** How far the claims of these days of issue are paid. */
    Collected collected(Optional<String> group, LocalDate from, LocalDate to) {
        var criteria = sight.of("i", Permission.INVOICE_READ, group)
                .and("i.kind = ?", Codes.of(InvoiceKind.CLAIM))
                .and("i.issued_on >= ?", from)
                .and("i.issued_on <= ?", to);
        return sql.query(
                        "select coalesce(sum(s.claimed - s.credited), 0) as claimed, coalesce(sum(s.received), 0) as received"
                                + CLAIMS + criteria.where(),
                        row -> new Collected(Money.ore(row.bigint("claimed")), Money.ore(row.bigint("received"))),
                        criteria.params())
                .get(0);
    }

    static Criteria unpaid(Criteria claims) {
        return claims.and("i.kind = ?", Codes.of(InvoiceKind.CLAIM))
                .and("s.status <= ?", Codes.of(Settlement.Status.PARTLY_PAID));
    }

    /** Parameters of the columns stand before those of the conditions. */
    static Object[] behind(Object first, Object second, Criteria criteria) {
        return Stream.concat(Stream.of(first, second), Arrays.stream(criteria.params()))
                .toArray();
    }
}
