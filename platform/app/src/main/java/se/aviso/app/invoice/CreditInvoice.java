package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.WrittenAmount;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.invoice.CreditDraft;
import se.aviso.invoice.Creditable;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.MembershipPeriod;

/** Credits a claim, whole or in part, for a caller who says why; or says beforehand what it comes to. */
@ApplicationScoped
@Transactional
public class CreditInvoice {
    @Inject
    FindInvoices find;

    @Inject
    CreditInvoices invoices;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    SettlementStore settlements;

    @Inject
    PeriodStore periods;

    @Inject
    MembershipTypeStore types;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /** So much of a line, by its place from 1: an amount, {@code "100.00"}, or a quantity; without either, its rest. */
    public record Part(int line, Optional<String> amount, Optional<Integer> quantity) {}

    /** An invoice that the caller may credit, if its rules allow it. */
    public Optional<InvoiceRow> invoice(UUID id) {
        return find.writable(id).filter(find::isSoldByCaller);
    }

    /** The lines of an invoice that the caller may credit, with what is left of each. */
    List<Creditable.Rest> rests(UUID id) {
        allowed(id);
        return creditNotes.creditable(List.of(id)).get(0).creditable().rests();
    }

    /**
     * What crediting these parts comes to; without parts, all that is left.
     *
     * @throws RuleViolation when it cannot be credited, or is none of the caller's
     */
    public CreditPreview preview(UUID id, Optional<List<Part>> parts) {
        var row = allowed(id);
        var found = creditNotes.creditable(List.of(id)).get(0).open();
        var draft = rule(parts, row.currency()).apply(found);
        var before = settlements.find(new InvoiceId(id)).orElseThrow();
        var after = before.crediting(draft.total());
        return new CreditPreview(draft, before, after, moved(draft, after));
    }

    /**
     * Credits these parts; without parts, all that is left.
     *
     * @return the credit note
     * @throws RuleViolation when it cannot be credited, no reason is given, or it is none of the caller's
     */
    public UUID credit(UUID id, Optional<List<Part>> parts, Optional<String> why) {
        var row = allowed(id);
        var reason = Reason.of(why);
        var cause = new CreditInvoices.Cause(reason.text(), businessDate.today(), Optional.empty());
        var credited = invoices.credit(id, rule(parts, row.currency()), cause);
        trail.record(new Deed(
                Act.INVOICE_CREDITED,
                id,
                Optional.of(new GroupId(row.groupId())),
                changes(credited),
                Optional.of(reason.text())));
        return credited.note().id().value();
    }

    private static List<Change> changes(CreditInvoices.Credited credited) {
        var changes = new ArrayList<Change>();
        changes.add(Change.to(Field.CREDIT_NOTE, credited.note().number()));
        changes.add(Change.to(Field.AMOUNT, credited.note().total()));
        if (credited.kept().isPositive()) {
            changes.add(Change.to(Field.CREDIT_BALANCE, credited.kept()));
        }
        return changes;
    }

    private InvoiceRow allowed(UUID id) {
        var row = find.writable(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        if (!find.isSoldByCaller(row)) {
            throw RuleViolation.of("credit-other-seller", Map.of("number", row.number()));
        }
        return row;
    }

    private static Function<Creditable, CreditDraft> rule(Optional<List<Part>> parts, String currency) {
        return parts.<Function<Creditable, CreditDraft>>map(some -> {
                    var wishes = IntStream.range(0, some.size())
                            .mapToObj(index -> wish(index, some.get(index), currency))
                            .toList();
                    return creditable -> creditable.parts(wishes);
                })
                .orElse(Creditable::whole);
    }

    private static Creditable.Wish wish(int index, Part part, String currency) {
        return new Creditable.Wish(
                part.line(), part.amount().map(written -> amount(index, written, currency)), part.quantity());
    }

    private static Money amount(int index, String written, String currency) {
        return WrittenAmount.sent(written, Currency.getInstance(currency), "/lines/" + index + "/amount");
    }

    private List<CreditPreview.OfPeriod> moved(CreditDraft draft, Settlement after) {
        var all = new HashSet<UUID>();
        draft.invoice()
                .draft()
                .lines()
                .forEach(line -> line.period().map(PeriodId::value).ifPresent(all::add));
        var settles = !draft.whole() && after.open().isZero();
        return periods.seen(all).stream()
                .filter(of -> settles || draft.withdrawn().contains(of.period().id()))
                .map(of -> ofPeriod(of, draft))
                .filter(of -> of.before() != of.after() || draft.withdrawn().contains(new PeriodId(of.id())))
                .toList();
    }

    private CreditPreview.OfPeriod ofPeriod(PeriodStore.OfType of, CreditDraft draft) {
        var period = of.period();
        var after = draft.withdrawn().contains(period.id()) ? period.withdrawn() : settled(of);
        return new CreditPreview.OfPeriod(period.id().value(), after.days(), period.state(), after.state());
    }

    private MembershipPeriod settled(PeriodStore.OfType of) {
        var today = businessDate.today();
        var type = Optional.ofNullable(types.all().get(of.type())).orElseThrow();
        return of.settled(type.periods(), today, today);
    }
}
