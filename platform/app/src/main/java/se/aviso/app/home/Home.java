package se.aviso.app.home;

import java.time.LocalDate;
import java.util.List;
import se.aviso.invoice.Collected;
import se.aviso.payment.CashFlow;

/**
 * What the home page tells.
 *
 * @param collected of the claims of one year up to today
 * @param debts by age, the youngest first
 */
public record Home(LocalDate today, Tasks tasks, Members members, Collected collected, List<Debt> debts, Ahead ahead) {
    /** What came week by week, what is expected, and the next due days. */
    public record Ahead(CashFlow flow, List<Due> due) {}

    /** The first day of the year that ends today. */
    static LocalDate yearBefore(LocalDate today) {
        return today.minusYears(1).plusDays(1);
    }

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
