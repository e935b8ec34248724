package se.aviso.app.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.BatchStore;
import se.aviso.app.invoice.FindBatches;
import se.aviso.app.run.Run;
import se.aviso.app.run.RunStore;

/** A batch with the runs that issue it, to those who may see the batch. */
@ApplicationScoped
@Transactional
public class ShowBatch {
    private static final int MOST_RUNS = 20;

    @Inject
    FindBatches batches;

    @Inject
    RunStore runs;

    /**
     * A batch, and how far it has come.
     *
     * @param waiting how many of its drafts are not issued
     * @param runs those that issue it, the newest first
     */
    public record Followed(BatchStore.Batch batch, long waiting, List<Run> runs) {}

    /** The batch, if the caller may see it. */
    Optional<Followed> of(UUID id) {
        return batches.seen(id)
                .map(batch -> new Followed(batch, batches.waiting(batch), runs.ofBatch(batch.id(), MOST_RUNS)));
    }
}
