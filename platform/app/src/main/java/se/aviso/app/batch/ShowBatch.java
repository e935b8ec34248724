package se.aviso.app.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.BatchStore;
import se.aviso.app.invoice.FindBatches;
import se.aviso.app.run.Run;
import se.aviso.app.run.RunStore;
import se.aviso.kernel.RunId;

/** A batch with the run that issues it, to those who may see the batch. */
@ApplicationScoped
@Transactional
public class ShowBatch {
    @Inject
    FindBatches batches;

    @Inject
    RunStore runs;

    /**
     * A batch, and how far it has come.
     *
     * @param waiting how many of its drafts are not issued
     */
    public record Followed(BatchStore.Batch batch, long waiting, Optional<Run> run) {}

    /** The batch, if the caller may see it. */
    Optional<Followed> of(UUID id) {
        return batches.seen(id)
                .map(batch -> new Followed(
                        batch,
                        batches.waiting(batch),
                        batch.run().map(RunId::new).flatMap(runs::find)));
    }
}
