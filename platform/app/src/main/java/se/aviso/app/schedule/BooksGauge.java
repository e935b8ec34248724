package se.aviso.app.schedule;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import se.aviso.app.accounting.ExamineBooks;
import se.aviso.app.server.DatabaseReady;

/** How many invariants of money do not hold, over all tenants, as monitoring reads it: above nothing is an alarm. */
@ApplicationScoped
public class BooksGauge {
    private static final String NAME = "aviso_books_off";
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    MetricRegistry metrics;

    @Inject
    EachTenant tenants;

    @Inject
    ExamineBooks books;

    @Inject
    Clock clock;

    private Instant counted = Instant.MIN;
    private int off;

    void register(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseReady event) {
        metrics.gauge(NAME, this::off);
    }

    /** Counted anew once a minute, however often it is asked for. */
    private synchronized int off() {
        var now = clock.instant();
        if (counted.equals(Instant.MIN) || counted.plus(FRESH).isBefore(now)) {
            var sum = new AtomicInteger();
            tenants.work("the gauge of the books", tenant -> sum.addAndGet(books.failed()));
            off = sum.get();
            counted = now;
        }
        return off;
    }
}
