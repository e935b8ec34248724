package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.plugin.TrialScope;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.spi.summary.SummarisedLines;

/** The newest invoices and offers of groups, with the rows that stand on them; a few queries however many there are. */
@ApplicationScoped
@Transactional
public class FindNewestPapers {
    /** So many are looked at while somebody waits. */
    static final int MOST = 200;

    /** Each group's newest by its index, and the newest of them all. */
    private static final String NEWEST = """
            select n.id from (select g.tenant_id, g.id from group_node g where %s) g
            join lateral (
                select i.id, i.issued_on from invoice i
                where i.tenant_id = g.tenant_id and i.group_id = g.id and i.kind <> ? and i.occasion <> ?
                order by i.issued_on desc, i.id desc limit ?) n on true
            order by n.issued_on desc, n.id desc limit ?
            """;

    private static final Comparator<InvoiceStore.Stored> NEWEST_FIRST = Comparator.comparing(
                    (InvoiceStore.Stored stored) -> stored.invoice().issuedOn())
            .thenComparing(stored -> stored.invoice().numbering().number())
            .reversed();

    @Inject
    InvoiceStore invoices;

    @Inject
    SummaryStore summaries;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    Sql sql;

    /**
     * What was found, the newest first.
     *
     * @param kept the rows of those that were arranged, by invoice
     */
    record Found(List<InvoiceStore.Stored> documents, Map<UUID, SummarisedLines> kept, LocalDate today) {}

    /** The newest of those groups, if the caller sees their invoices. */
    Found of(TrialScope scope) {
        if (!caller.may(Permission.INVOICE_READ, scope.path())) {
            throw HttpProblem.notFound();
        }
        var ids = newest(scope.on(Criteria.of("g"), "g.path"));
        var documents = invoices.byIds(ids).stream().sorted(NEWEST_FIRST).toList();
        return new Found(documents, summaries.of(ids), businessDate.today());
    }

    private List<UUID> newest(Criteria groups) {
        var params = new ArrayList<@Nullable Object>(Arrays.asList(groups.params()));
        params.addAll(List.of(Codes.of(InvoiceKind.CREDIT_NOTE), Codes.of(Occasion.CHARGE), MOST, MOST));
        return sql.query(NEWEST.formatted(groups.where()), row -> row.uuid("id"), params.toArray());
    }
}
