package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.RunId;
import se.aviso.spi.pricing.Position;

/** What plugins are to be asked before the next recipients of a run are billed; a transaction of its own. */
@ApplicationScoped
@Transactional
public class FindQuestions {
    /** At least the largest chunk. */
    private static final int MOST = 2_000;

    @Inject
    BillMemberships billing;

    @Inject
    Sql sql;

    /** The questions, by the plugins' names; none where no type is priced by a plugin. */
    Map<String, List<Position>> of(RunId run) {
        if (!billing.asksPlugins()) {
            return Map.of();
        }
        return sql.one(
                        "select kind, business_date from run where tenant_id = ? and id = ?",
                        row -> order(row.code("kind", RunKind.class))
                                .map(occasion -> new BillMemberships.Order(
                                        occasion, row.day("business_date"), Optional.of(run))),
                        Tenancy.required(),
                        run.value())
                .flatMap(order -> order)
                .map(order -> billing.questions(
                        sql.query(
                                "select subject_id from run_recipient where tenant_id = ? and run_id = ? and state = 0 "
                                        + "order by chunk, subject_id limit ?",
                                row -> row.uuid("subject_id"),
                                Tenancy.required(),
                                run.value(),
                                MOST),
                        order))
                .orElse(Map.of());
    }

    private static Optional<Occasion> order(RunKind kind) {
        if (kind == RunKind.SELECTION) {
            return Optional.of(Occasion.FIRST);
        }
        return Optional.of(Occasion.RENEWAL).filter(any -> kind == RunKind.RENEWAL);
    }
}
