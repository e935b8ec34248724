package se.aviso.app.home;

import java.time.LocalDate;
import java.util.List;
import se.aviso.invoice.Collected;
import se.aviso.payment.CashFlow;

/**
 * What the home page tells.
 *
 * @param collected of the claims of the day's year
 * @param debts by age, the youngest first
 */
public record Home(LocalDate today, Tasks tasks, Members members, Collected collected, List<Debt> debts, Ahead ahead) {
    /** What came week by week, what is expected, and the next due days. */
    public record Ahead(CashFlow flow, List<Due> due) {}

    /** All that is unpaid. */
    public Sum unpaid() {
        return debts.stream().map(Debt::sum).reduce(Sum.NONE, Sum::plus);
    }

    /** So much of it is late. */
    public Sum overdue() {
        return debts.stream()
                .filter(debt -> debt.age().isOverdue())
                .map(Debt::sum)
                .reduce(Sum.NONE, Sum::plus);
    }
}
