package se.aviso.app.dispatch;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;
import se.aviso.app.dunning.KeptBasis;
import se.aviso.app.tenancy.Row;
import se.aviso.app.web.Json;

/** Dispatches as they are read, each with what a reminder says beside the invoice. */
final class DispatchRows {
    static final String SAID = "select d.id, d.invoice_id, d.document, d.level, d.attempts, d.forgiven, "
            + "coalesce(r.issued_on, q.issued_on) as issued_on, "
            + "coalesce(r.open, q.open) as open, coalesce(r.fee, q.credited) as fee, "
            + "coalesce(r.interest, 0) as interest, coalesce(r.text, '') as text, "
            + "coalesce(r.wording, '[]') as wording, r.basis ";

    static final String FROM = "from dispatch d "
            + "left join reminder r on r.tenant_id = d.tenant_id and r.invoice_id = d.invoice_id "
            + "and d.document = 1 and r.level = d.level "
            + "left join recalled_reminder q on q.tenant_id = d.tenant_id and q.invoice_id = d.invoice_id "
            + "and d.document = 3 and q.level = d.level and q.recall = d.recall ";

    private static final TypeReference<List<UUID>> VERSIONS = new TypeReference<>() {};

    private DispatchRows() {}

    static Dispatch read(Row row) {
        return new Dispatch(
                row.uuid("id"),
                row.uuid("invoice_id"),
                row.code("document", DispatchDocument.class),
                row.integer("level"),
                row.integer("attempts"),
                row.integer("forgiven"),
                row.optionalDay("issued_on")
                        .map(day -> new Dispatch.Reminder(
                                day,
                                row.money("open"),
                                row.money("fee"),
                                row.money("interest"),
                                row.text("text"),
                                Json.read(row.text("wording"), VERSIONS),
                                row.optionalText("basis").map(KeptBasis::read))));
    }
}
