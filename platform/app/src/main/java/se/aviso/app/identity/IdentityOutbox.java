package se.aviso.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/** The short transactions round a task: take it, note what became of it. */
@ApplicationScoped
@Transactional
public class IdentityOutbox {
    @Inject
    IdentityTaskStore tasks;

    List<IdentityTask> take(int most) {
        return tasks.claim(most);
    }

    void record(IdentityTaskStore.Outcome outcome) {
        tasks.record(outcome);
    }

    int recover(Duration olderThan) {
        return tasks.recover(olderThan);
    }
}
