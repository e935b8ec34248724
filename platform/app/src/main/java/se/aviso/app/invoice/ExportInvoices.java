package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.member.Discretion;
import se.aviso.app.security.Caller;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;

/**
 * Hands out a whole selection of invoices, part by part: each part is a transaction of its own, so that a file of a
 * million rows holds neither a snapshot of the database nor its rows in memory.
 */
@ApplicationScoped
@Transactional
public class ExportInvoices {
    private static final int ROWS = 4_000;

    @Inject
    InvoiceRows rows;

    @Inject
    NarrowInvoices narrow;

    @Inject
    Discretion discretion;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * A part of the file.
     *
     * @param hidden the members of whom neither name nor place is given
     * @param next where the part behind it begins; empty at the end
     */
    record Part(List<InvoiceListed> rows, Set<UUID> hidden, Optional<Cursor> next) {}

    /**
     * Takes down that the file is handed out, before the first byte leaves the house.
     *
     * @param criteria the names of the criteria in force; their values may be about people
     */
    void begin(SheetFormat format, Set<String> criteria) {
        var said = criteria.stream().sorted().collect(Collectors.joining(" "));
        trail.record(Deed.ofTenant(
                Act.INVOICES_EXPORTED,
                Tenancy.required().value(),
                List.of(Change.to(Field.FORMAT, format.name()), Change.to(Field.CRITERIA, said))));
    }

    /**
     * The next rows of the selection, the newest first, of groups where the caller may take them out.
     *
     * @param within the path of a group that narrows it
     */
    Part part(InvoiceFilter wanted, Optional<String> within, Optional<Cursor> after) {
        var criteria = narrow.by(wanted, caller.pathsFor(Permission.INVOICE_EXPORT), within);
        var found = rows.page(criteria, InvoiceSort.NEWEST, new PageRequest(ROWS, after));
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var hidden = discretion.hidden(
                shown.stream().map(listed -> listed.row().memberId()).distinct().toList());
        var next = found.size() > ROWS
                ? Optional.of(InvoiceSort.NEWEST.cursor(shown.get(ROWS - 1).row()))
                : Optional.<Cursor>empty();
        return new Part(shown, hidden, next);
    }
}
