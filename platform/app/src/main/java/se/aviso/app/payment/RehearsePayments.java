package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import se.aviso.payment.Effects;
import se.aviso.payment.Foreseen;

/**
 * Shows what booking would do, chunk by chunk in short transactions; no money row is written and nobody waits for it.
 */
@ApplicationScoped
@Transactional
public class RehearsePayments {
    @Inject
    DecidePayments decide;

    @Inject
    BankFileStore files;

    /** What the chunk would do, after what was foreseen before it; what contradicts the books is noted at once. */
    List<Effects.Line> rehearse(BookPayments.Source source, Chunk chunk, Foreseen foreseen) {
        var decided = decide.decide(source, chunk.payments(), foreseen);
        files.addProblems(source.file(), decided.contradictions());
        return decided.lines();
    }

    /** Keeps what was shown with the file, so that a booking can say what changed since. */
    void finish(UUID file, Effects effects) {
        files.rehearsed(file, EffectRow.of(effects));
    }
}
