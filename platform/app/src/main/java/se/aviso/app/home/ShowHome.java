package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.payment.Week;

/** Shows a caller what their home page tells, in their subtrees; one query a figure, however many members there are. */
@ApplicationScoped
@Transactional
public class ShowHome {
    private static final int WEEKS_BEFORE = 5;
    private static final int WEEKS_AHEAD = 4;
    private static final int DAYS_AHEAD = 30;
    private static final int MOST_DAYS = 5;

    @Inject
    TaskStore tasks;

    @Inject
    DebtStore debts;

    @Inject
    MembersStore members;

    @Inject
    CashFlowStore flows;

    @Inject
    BusinessDate businessDate;

    /** The home of the caller, narrowed to a subtree if one is given. */
    public Home show(Optional<String> group) {
        var today = businessDate.today();
        return new Home(
                today,
                tasks.tasks(group),
                members.members(group),
                debts.collected(group, Home.yearBefore(today), today),
                debts.debts(group, today),
                ahead(group, today));
    }

    private Home.Ahead ahead(Optional<String> group, LocalDate today) {
        return new Home.Ahead(
                flows.flow(group, today, Week.around(today, WEEKS_BEFORE, WEEKS_AHEAD)),
                debts.due(group, today, today.plusDays(DAYS_AHEAD), MOST_DAYS));
    }
}
