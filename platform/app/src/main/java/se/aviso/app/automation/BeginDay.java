package se.aviso.app.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import se.aviso.app.run.Run;
import se.aviso.app.run.RunKind;
import se.aviso.app.run.StartRun;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyPlan;
import se.aviso.automation.DailyWork;

/**
 * Begins a day's work: claims the day and starts or proposes what the plan says, in one transaction. So each day is
 * begun once, whatever node asks how often, and a node that dies in the middle has begun nothing.
 */
@ApplicationScoped
@Transactional
public class BeginDay {
    private static final System.Logger LOG = System.getLogger(BeginDay.class.getName());

    /** Who stands as having started what nobody asked for. */
    private static final String AVISO = "Aviso";

    @Inject
    DailyClaimStore claims;

    @Inject
    ShowRunSettings settings;

    @Inject
    StartRun start;

    @Inject
    TenantStore tenants;

    @Inject
    Clock clock;

    /**
     * Begins the day that is owed; false when none is, or when what an earlier day began still goes on: days are done
     * one after the other. A tenant with a day of its own is moved by hand.
     */
    public boolean beginNext() {
        var tenant = tenants.of(Tenancy.required());
        if (tenant.businessDate().isPresent() || start.goesByItself()) {
            return false;
        }
        var plan = settings.plan();
        var now = LocalDateTime.ofInstant(clock.instant(), tenant.zone());
        var owed = plan.owed(claims.latest(), now).filter(found -> claims.claim(found.day()));
        owed.ifPresent(claimed -> start(claimed, plan, AVISO));
        return owed.isPresent();
    }

    /**
     * Begins a day's work once more, for what has fallen due meanwhile; answers the runs and proposals that came of it.
     */
    List<Run> begin(LocalDate day, String by) {
        claims.claim(day);
        return start(new DailyPlan.Owed(day, 0), settings.plan(), by);
    }

    /**
     * First what somebody has decided for the day, or what a birthday brings, which is no choice: who has moved or left
     * is so before anything is billed.
     */
    private List<Run> start(DailyPlan.Owed owed, DailyPlan plan, String by) {
        var day = owed.day();
        var chosen = Stream.of(DailyWork.values())
                .filter(work -> plan.mode(work) != DailyMode.OFF)
                .map(work -> wish(kind(work), day, plan.mode(work, owed), by));
        var decided = wish(RunKind.LIFE, day, DailyMode.DO, by);
        var begun = start.startDue(Stream.concat(Stream.of(decided), chosen).toList());
        LOG.log(
                System.Logger.Level.INFO,
                "tenant {0}: {1} has begun with {2} runs, and makes good {3} days",
                Tenancy.required(),
                day,
                Integer.toString(begun.size()),
                Integer.toString(owed.missed()));
        return begun;
    }

    private static StartRun.Wish wish(RunKind kind, LocalDate day, DailyMode mode, String by) {
        var asked = new StartRun.Asked(by, true, mode == DailyMode.PROPOSE);
        return new StartRun.Wish(kind, day, "/", asked);
    }

    private static RunKind kind(DailyWork work) {
        return switch (work) {
            case RENEWAL -> RunKind.RENEWAL;
            case REMINDER -> RunKind.REMINDER;
            case LAPSE -> RunKind.LAPSE;
            case PERIOD_END -> RunKind.PERIOD_END;
        };
    }
}
