package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.invoice.RoundInvoices;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.FileUndoing;
import se.aviso.payment.PaymentBooking;

/**
 * Takes back all that a bank file has booked, because it should not have been: in one transaction, by reversing
 * entries, a chunk of payments at a time. The file and its payments stay to be seen, and the same bytes can be handed
 * in anew.
 *
 * <p>It waits for the tenant's money as {@link BookPayments} does, so nothing of the file moves meanwhile.
 */
@ApplicationScoped
@Transactional
public class UndoBankFile {
    private static final int CHUNK = 1_000;
    private static final int NAMED = 50;

    @Inject
    TenantStore tenants;

    @Inject
    BankFileStore files;

    @Inject
    FilesInReach reach;

    @Inject
    UndoStore undo;

    @Inject
    UndoPreviewStore previews;

    @Inject
    SettleInvoices settle;

    @Inject
    RoundInvoices rounds;

    @Inject
    LeftCharges charges;

    @Inject
    SuggestionHistoryStore history;

    @Inject
    CreditStore credit;

    @Inject
    LedgerStore ledger;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What undoing the file would do, on the books as they are; what it did where it is done.
     *
     * @throws RuleViolation when the file is none of the caller's to hand in
     */
    public UndoPreview preview(UUID id) {
        var file = inReach(id);
        var hindrances =
                file.outcome().state() == BankFileState.BOOKED ? undo.hindrances(id) : List.<FileUndoing.Hindrance>of();
        return previews.preview(file, hindrances, undo.undoing(id));
    }

    /** True when the caller may undo the file: it brings money to nobody outside the caller's groups. */
    public boolean isMine(UUID id) {
        return mine(id).isPresent();
    }

    /** That the file was undone; empty while it is not. */
    public Optional<UndoPreview.Done> done(UUID id) {
        return undo.undoing(id).map(UndoStore.Undoing::shown);
    }

    /**
     * Undoes it; twice is as good as once.
     *
     * @throws RuleViolation when it is not booked, something hinders, or it is none of the caller's to hand in
     */
    public BankFileRecord undo(UUID id, String why) {
        inReach(id);
        var reason = FileUndoing.requireReason(why);
        tenants.lock(Tenancy.required(), "money-in");
        if (!files.undone(id)) {
            if (inReach(id).outcome().state() != BankFileState.UNDONE) {
                throw RuleViolation.of("conflict-bank-file-not-booked", Map.of());
            }
            return inReach(id);
        }
        undo.lockClaims(id);
        FileUndoing.requireNothingHinders(undo.hindrances(id), NAMED);
        var payments = undo.payments(id);
        var today = businessDate.today();
        var undoing = new UndoStore.Undoing(Ids.next(), caller.name(), today, clock.instant(), reason, payments.size());
        undo.add(id, undoing);
        for (var from = 0; from < payments.size(); from += CHUNK) {
            takeBack(payments.subList(from, Math.min(from + CHUNK, payments.size())), undoing);
        }
        undo.forgetSightings(id, undoing.id());
        trail.record(new Deed(Act.BANK_FILE_UNDONE, id, Optional.empty(), List.of(), Optional.of(reason)));
        return inReach(id);
    }

    private void takeBack(List<UUID> payments, UndoStore.Undoing undoing) {
        var today = undoing.on();
        var chart = ledger.chart();
        var entries = new ArrayList<LedgerStore.Booked>();
        var reversed = new ArrayList<UndoStore.Reversed>();
        var movements = new ArrayList<CreditMovement>();
        Map<InvoiceId, Money> given = new HashMap<>();
        for (var each : undo.stands(payments)) {
            if (each.stand().amount().isZero()) {
                continue; // a message without money has no entry
            }
            var entry = LedgerStore.Booked.of(each.seller(), PaymentBooking.undone(each.stand(), today, chart));
            entries.add(entry);
            each.allocations().forEach(allocation -> {
                reversed.add(new UndoStore.Reversed(allocation, entry.id()));
                given.merge(allocation.part().invoice(), allocation.part().amount(), Money::plus);
            });
            each.kept()
                    .forEach(kept ->
                            movements.add(kept.reversed(Ids.next(), kept.kind().undone(), entry.id())));
        }
        ledger.add(entries);
        undo.reverse(reversed, today);
        credit.move(movements, today);
        openAgain(reversed, given, today);
        history.forget(payments);
        undo.takenBack(payments, undoing.id());
    }

    /** What was rounded off beside an allocation goes with it, and a fee that was let go of is asked for again. */
    private void openAgain(List<UndoStore.Reversed> reversed, Map<InvoiceId, Money> given, LocalDate today) {
        if (given.isEmpty()) {
            return;
        }
        var allocations = reversed.stream().map(each -> each.allocation().id()).toList();
        rounds.undo(allocations, today).forEach((invoice, amount) -> given.merge(invoice, amount, Money::plus));
        settle.giveBack(given);
        charges.askAgain(given.keySet(), today);
    }

    private BankFileRecord inReach(UUID id) {
        return mine(id).orElseThrow(() -> RuleViolation.of("bank-file-beyond-own", Map.of()));
    }

    private Optional<BankFileRecord> mine(UUID id) {
        var mine = reach.of(caller.userId(), caller.pathsFor(Permission.BANK_FILE_IMPORT))
                .and("b.id = ?", id);
        return files.newest(mine, 1).stream().findFirst();
    }
}
