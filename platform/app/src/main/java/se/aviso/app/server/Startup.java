package se.aviso.app.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** The order of start: tables first, then whatever waits for {@link DatabaseReady}. */
@ApplicationScoped
public class Startup {
    @Inject
    Migrations migrations;

    @Inject
    Event<DatabaseReady> databaseReady;

    private volatile boolean done;

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        migrations.run();
        databaseReady.fire(new DatabaseReady());
        done = true;
    }

    /** True when everything that start does is done. */
    public boolean isDone() {
        return done;
    }
}
