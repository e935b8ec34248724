package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.accounting.ExportPeriod;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Takes the entries of a seller's days out for the general ledger, those that have not left before. */
@ApplicationScoped
@Transactional
public class MakeAccountingExport {
    @Inject
    ExportStore exports;

    @Inject
    GroupStore groups;

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

    /** Makes the export and answers its id. */
    public UUID make(UUID seller, ExportPeriod period, Currency currency) {
        var group = seller(seller);
        var today = businessDate.today();
        period.requireExportable(today);
        tenants.lock(Tenancy.required(), "accounting-export");
        var wish = new ExportStore.Wish(
                written(group),
                period,
                currency.getCurrencyCode(),
                today,
                caller.name(),
                rules.of(group.place().path()));
        var id = exports.add(wish).orElseThrow(() -> RuleViolation.at("/lastDay", "export-nothing", Map.of()));
        trail.record(new Deed(
                Act.BOOKS_EXPORTED,
                group.id().value(),
                Optional.of(group.id()),
                List.of(Change.to(Field.FROM, period.firstDay()), Change.to(Field.TO, period.lastDay())),
                Optional.empty()));
        return id;
    }

    private ExportStore.Seller written(Group group) {
        var identity =
                Optional.ofNullable(groups.identities(List.of(group.id())).get(group.id()));
        return new ExportStore.Seller(
                group.id(),
                identity.flatMap(known -> known.value(BillingField.NAME)).orElseGet(group::name),
                identity.map(known -> known.text(BillingField.ORGANISATION_NUMBER))
                        .orElse(""));
    }

    /** The seller, if the caller moves its money. */
    private Group seller(UUID id) {
        return Optional.ofNullable(groups.groupsById(List.of(new GroupId(id))).get(new GroupId(id)))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .orElseThrow(HttpProblem::notFound);
    }
}
