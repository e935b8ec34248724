package se.aviso.app.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.aviso.app.plugin.KeepOffers;
import se.aviso.app.server.DatabaseReady;

/**
 * Starts the recurring work. db-scheduler sees to it that a task runs on one node at a time, and that another node
 * takes it over when one dies.
 */
@ApplicationScoped
public class Timetable {
    @Resource(lookup = "java:app/jdbc/aviso")
    DataSource database;

    @Resource
    ManagedExecutorService threads;

    @Inject
    RunWork runs;

    @Inject
    DailyWorkStart days;

    @Inject
    DispatchWork dispatches;

    @Inject
    BankFileWork bankFiles;

    @Inject
    BankSourceWork bankSources;

    @Inject
    IdentityWork identity;

    @Inject
    LinkWork links;

    @Inject
    PurgeWork purge;

    @Inject
    SimulationWork simulations;

    @Inject
    BooksWork books;

    @Inject
    ExportWork exports;

    @Inject
    EachTenant tenants;

    @Inject
    KeepOffers offers;

    private @Nullable Scheduler scheduler;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseReady event) {
        List<RecurringTask<?>> tasks = List.of(
                task("runs", Duration.ofMillis(500), runs::doAll),
                task("days", Duration.ofSeconds(5), days::doAll),
                task("dispatches-1", Duration.ofMillis(500), dispatches::doAll),
                task("dispatches-2", Duration.ofMillis(500), dispatches::doAll),
                task("dispatch-following", Duration.ofSeconds(2), dispatches::follow),
                task("dispatches-called-back", Duration.ofSeconds(5), dispatches::callBack),
                task("delivery-notices", Duration.ofSeconds(30), dispatches::collect),
                task("dispatch-recovery", Duration.ofSeconds(30), dispatches::recover),
                task("identity-tasks", Duration.ofSeconds(1), identity::doAll),
                task("identity-tidying", Duration.ofSeconds(30), identity::tidy),
                task("inbox", Duration.ofSeconds(2), bankFiles::pickUp),
                task("unfinished-bank-files", Duration.ofSeconds(30), bankFiles::goOn),
                task("bank-servers", Duration.ofSeconds(1), bankSources::fetch),
                task("unfinished-shared-files", Duration.ofSeconds(30), bankSources::goOn),
                task("missing-bank-files", Duration.ofSeconds(10), bankSources::watch),
                task("log-in-links", Duration.ofMillis(500), links::send),
                task("former-addresses", Duration.ofSeconds(5), links::tellFormerAddresses),
                task("ended-links", Duration.ofMinutes(5), links::purge),
                task("simulations", Duration.ofSeconds(1), simulations::doAll),
                task("old-simulations", Duration.ofHours(6), simulations::purge),
                task("books", Duration.ofSeconds(10), books::doAll),
                task("accounting-exports", Duration.ofSeconds(1), exports::doAll),
                task("plugin-offers", Duration.ofHours(6), this::keepOffers),
                task("purge", Duration.ofHours(6), purge::doAll));
        var started = Scheduler.create(database)
                .startTasks(tasks)
                .threads(tasks.size())
                .executorService(threads)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .schedulerName(new SchedulerName.Fixed(
                        "node-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID()))
                .build();
        started.start();
        scheduler = started;
    }

    @PreDestroy
    void stop() {
        dispatches.drain();
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private void keepOffers() {
        tenants.work("what plugins offer", tenant -> offers.keep());
    }

    private static RecurringTask<Void> task(String name, Duration pause, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
    }
}
