package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.invoice.IssueInvoices;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** Which claims are charges of reminders, and of which late claims. */
@ApplicationScoped
public class ChargeStore {
    @Inject
    Sql sql;

    /** Notes what the issued claims are for; both lists are in the same order. */
    void add(List<ChargeReminders.Decision> decisions, List<IssueInvoices.Issued> issued) {
        var agreements = new ArrayList<@Nullable UUID>();
        var from = new ArrayList<@Nullable LocalDate>();
        var until = new ArrayList<@Nullable LocalDate>();
        for (var each : decisions) {
            agreements.add(each.agreement().orElse(null));
            from.add(each.span().map(ChargeReminders.Span::from).orElse(null));
            until.add(each.span().map(ChargeReminders.Span::to).orElse(null));
        }
        sql.update(
                "insert into dunning_charge (tenant_id, invoice_id, principal_id, level, fee, interest, interest_from, "
                        + "interest_to, agreement_id) select ?, u.* from unnest(?::uuid[], ?::uuid[], ?::smallint[], "
                        + "?::bigint[], ?::bigint[], ?::date[], ?::date[], ?::uuid[]) u",
                Tenancy.required(),
                Sql.uuids(issued, each -> each.invoice().id().value()),
                Sql.uuids(decisions, each -> each.due().of().id()),
                Sql.smallints(decisions, each -> each.due().number()),
                Sql.bigints(decisions, each -> each.charges().fee().minorUnits()),
                Sql.bigints(decisions, each -> each.charges().interest().minorUnits()),
                Sql.dates(from),
                Sql.dates(until),
                Sql.uuids(agreements));
    }
}
