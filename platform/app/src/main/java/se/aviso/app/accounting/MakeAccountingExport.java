package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.ExportPeriod;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;

/** Takes the entries of a seller's days out for the general ledger, those that have not left before. */
@ApplicationScoped
@Transactional
public class MakeAccountingExport {
    @Inject
    ExportStore exports;

    @Inject
    ExportedSeller sellers;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    ExportRules rules;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What somebody wants to take out: of whom, which days, in which currency. */
    public record Wanted(UUID seller, ExportPeriod period, Currency currency) {}

    /**
     * Makes the export and answers its id.
     *
     * @param tried the rules that have decided its beginning, as {@link TryExport} says
     */
    UUID make(Wanted wanted, Optional<ExportRules.Held> tried) {
        var group = sellers.required(wanted.seller());
        var today = businessDate.today();
        wanted.period().requireExportable(today);
        tenants.lock(Tenancy.required(), "accounting-export");
        var held = rules.of(group.place().path());
        if (!held.equals(tried)) {
            throw RuleViolation.of("conflict-accounting-rules", Map.of());
        }
        var wish = new ExportStore.Wish(
                sellers.written(group),
                wanted.period(),
                wanted.currency().getCurrencyCode(),
                today,
                caller.name(),
                held);
        var id = exports.add(wish).orElseThrow(() -> RuleViolation.at("/lastDay", "export-nothing", Map.of()));
        trail.record(new Deed(
                Act.BOOKS_EXPORTED,
                group.id().value(),
                Optional.of(group.id()),
                List.of(
                        Change.to(Field.FROM, wanted.period().firstDay()),
                        Change.to(Field.TO, wanted.period().lastDay())),
                Optional.empty()));
        return id;
    }
}
