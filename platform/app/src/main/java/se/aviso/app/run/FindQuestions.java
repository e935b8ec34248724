package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.RunId;

/**
 * What plugins are to be asked before the next recipients of a run are looked at or billed; a transaction of its own.
 */
@ApplicationScoped
@Transactional
public class FindQuestions {
    /** At least the largest chunk. */
    private static final int MOST = 2_000;

    @Inject
    BillMemberships billing;

    @Inject
    RunStore runs;

    @Inject
    Sql sql;

    /** The questions, by the plugins' names; none where no type is priced by a plugin. */
    Map<String, List<PriceQuestion>> of(RunId run) {
        if (!billing.asksPlugins()) {
            return Map.of();
        }
        return runs.find(run).filter(FindQuestions::bills).map(this::next).orElse(Map.of());
    }

    private Map<String, List<PriceQuestion>> next(Run run) {
        var occasion = run.kind() == RunKind.SELECTION ? Occasion.FIRST : Occasion.RENEWAL;
        var recipients = sql.query(
                "select subject_id from run_recipient where tenant_id = ? and run_id = ? and chunk > ? and state = ? "
                        + "order by chunk, subject_id limit ?",
                row -> row.uuid("subject_id"),
                Tenancy.required(),
                run.id().value(),
                run.stage().atChunk(),
                Codes.of(RecipientState.WAITING),
                MOST);
        return billing.questions(
                recipients, new BillMemberships.Order(occasion, run.businessDate(), Optional.of(run.id())));
    }

    private static boolean bills(Run run) {
        var membership = run.kind() == RunKind.SELECTION || run.kind() == RunKind.RENEWAL;
        return membership && run.phase() != RunPhase.RECALL;
    }
}
