package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.kernel.Money;

/** Shows what reminders of an invoice said and claimed, and on what agreement, to those who may see the invoice. */
@ApplicationScoped
@Transactional
public class ShowReminders {
    @Inject
    Sql sql;

    @Inject
    FindInvoices invoices;

    @Inject
    DunningStore dunning;

    @Inject
    AgreementStore agreements;

    @Inject
    BusinessDate businessDate;

    /**
     * A reminder that was sent.
     *
     * @param charge the claim of its fee and interest, where there is one
     * @param refused why fee or interest were left out, as codes
     */
    public record Sent(
            int level,
            LocalDate on,
            Money open,
            Money fee,
            Money interest,
            Optional<UUID> charge,
            List<String> refused) {}

    /** The reminders, the newest first; none of an invoice that the caller does not see. */
    public List<Sent> of(UUID invoice) {
        if (invoices.find(invoice).isEmpty()) {
            return List.of();
        }
        return sql.query(
                "select r.*, c.invoice_id as charge from reminder r left join dunning_charge c "
                        + "on c.tenant_id = r.tenant_id and c.principal_id = r.invoice_id and c.level = r.level and c.recall = 0 "
                        + "where r.tenant_id = ? and r.invoice_id = ? order by r.level desc",
                ShowReminders::read,
                Tenancy.required(),
                invoice);
    }

    /** What was agreed on late payment when the claim was issued. */
    public Optional<AgreementStore.Agreed> agreed(UUID invoice) {
        if (invoices.find(invoice).isEmpty()) {
            return Optional.empty();
        }
        return dunning.unpaid(List.of(invoice), businessDate.today()).stream()
                .findFirst()
                .flatMap(of -> agreements.all().stream()
                        .filter(each -> each.binds(
                                of.type(), of.issue().issuedOn(), of.issue().issuedAt()))
                        .findFirst());
    }

    private static Sent read(Row row) {
        return new Sent(
                row.integer("level"),
                row.day("issued_on"),
                row.money("open"),
                row.money("fee"),
                row.money("interest"),
                row.optionalUuid("charge"),
                Arrays.stream(row.text("refused").split(" ", -1))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }
}
