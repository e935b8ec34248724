package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.simulation.PaymentPattern;

/** What the year before came to in reality, and how people paid in it. */
@ApplicationScoped
public class LastYearStore {
    /** Earlier and later than this counts as this: a handful of stragglers is no pattern. */
    private static final int EARLIEST = -60;

    private static final int LATEST = 180;

    private static final String GROUPS = "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id ";

    /** Of each figure: its columns, and the rows of which two values are added up, each with its group and day. */
    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "invoices, invoiced",
                    "select i.tenant_id, i.group_id, i.issued_on as day, 1 as a, i.total as b from invoice i "
                            + "where i.tenant_id = ? and i.kind = 0"),
            new Figure(
                    "offers",
                    "select i.tenant_id, i.group_id, i.issued_on as day, 1 as a from invoice i "
                            + "where i.tenant_id = ? and i.kind = 1"),
            new Figure(
                    "reminders",
                    "select i.tenant_id, i.group_id, r.issued_on as day, 1 as a from reminder r "
                            + "join invoice i on i.tenant_id = r.tenant_id and i.id = r.invoice_id where r.tenant_id = ?"),
            new Figure(
                    "lapses",
                    "select i.tenant_id, i.group_id, o.answered_on as day, 1 as a from offer_answer o "
                            + "join invoice i on i.tenant_id = o.tenant_id and i.id = o.invoice_id "
                            + "where o.tenant_id = ? and o.state = 2"),
            new Figure(
                    "paid",
                    "select i.tenant_id, i.group_id, a.allocated_on as day, a.amount as a from allocation a "
                            + "join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id where a.tenant_id = ?"),
            new Figure(
                    "letters, emails",
                    "select i.tenant_id, i.group_id, i.issued_on as day, (d.channel = 1)::int as a, "
                            + "(d.channel = 0)::int as b from dispatch d "
                            + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
                            + "where d.tenant_id = ? and d.document = 0 union all "
                            + "select i.tenant_id, i.group_id, r.issued_on, (d.channel = 1)::int, (d.channel = 0)::int "
                            + "from dispatch d join reminder r on r.tenant_id = d.tenant_id "
                            + "and r.invoice_id = d.invoice_id and r.level = d.level "
                            + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id "
                            + "where d.tenant_id = ? and d.document = 1 and d.recall = 0"));

    @Inject
    Sql sql;

    /** A dispatch knows the clock's time alone; the tenant's day is its invoice's, or its reminder's. */
    private record Figure(String columns, String rows) {
        String sums() {
            return columns.contains(",") ? "sum(i.a), sum(i.b)" : "sum(i.a)";
        }

        String changes() {
            return Stream.of(columns.split(", ", -1))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
        }

        int tenants() {
            return (int) rows.chars().filter(sign -> sign == '?').count();
        }
    }

    /** How claims were paid that fell due in the year up to the day; empty where none did. */
    Optional<PaymentPattern> pattern(LocalDate today, String groupPath) {
        var criteria = Criteria.of("i")
                .within("g.path", List.of(groupPath))
                .and("i.kind = ?", Codes.of(InvoiceKind.CLAIM))
                .and("i.due_on > ?", today.minusYears(1))
                .and("i.due_on <= ?", today);
        var paid = new HashMap<Integer, Long>();
        var all = sql
                .query(
                        "select x.late, count(*) as times from (select case when s.status >= 2 then "
                                + "least(greatest((select max(a.allocated_on) from allocation a "
                                + "where a.tenant_id = i.tenant_id and a.invoice_id = i.id) - i.due_on, " + EARLIEST
                                + "), " + LATEST + ") end as late from invoice i " + GROUPS
                                + "join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where "
                                + criteria.where() + ") x group by x.late",
                        row -> {
                            row.optionalInteger("late").ifPresent(late -> paid.put(late, row.bigint("times")));
                            return row.bigint("times");
                        },
                        criteria.params())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return all == 0 ? Optional.empty() : Optional.of(PaymentPattern.observed(paid, all));
    }

    /** Puts the figures of the same months a year earlier beside the simulation. */
    void count(UUID id, Simulation.Question question) {
        FIGURES.forEach(figure -> count(figure, id, question));
    }

    private void count(Figure figure, UUID id, Simulation.Question question) {
        var criteria = Criteria.of("i")
                .within("g.path", List.of(question.groupPath()))
                .and("i.day > ?", question.today().minusYears(1))
                .and("i.day <= ?", question.lastDay().minusYears(1));
        sql.update(
                "insert into simulation_month (tenant_id, simulation_id, origin, month, group_id, " + figure.columns()
                        + ") select ?, ?, ?::smallint, x.* from (select date_trunc('month', i.day)::date, i.group_id, "
                        + figure.sums() + " from (" + figure.rows() + ") i " + GROUPS + "where " + criteria.where()
                        + " group by 1, 2) x on conflict (tenant_id, simulation_id, origin, month, group_id) do update set "
                        + figure.changes(),
                Stream.of(
                                new Object[] {Tenancy.required(), id, Codes.of(SimulationStore.Origin.LAST_YEAR)},
                                Collections.nCopies(figure.tenants(), Tenancy.required())
                                        .toArray(),
                                criteria.params())
                        .<@Nullable Object>flatMap(Arrays::stream)
                        .toArray());
    }
}
