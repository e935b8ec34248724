package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.Discretion;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.OneOff;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Writes invoices by hand: previews, keeps drafts, and issues, for the groups whose invoices the caller writes. */
@ApplicationScoped
@Transactional
public class WriteInvoice {
    private static final Permission WRITE = Permission.INVOICE_WRITE;

    /** Stands on the paper of a draft: whoever pays with it is told apart from everybody who owes something. */
    private static final OcrReference NO_REFERENCE = new OcrReference("000000000");

    @Inject
    SketchStore sketches;

    @Inject
    IssueSketches issue;

    @Inject
    GroupStore groups;

    @Inject
    Discretion discretion;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What the invoice would come to today, and what is in its way; nothing is written. */
    SketchDesk.Priced preview(OneOffBodies.NewInvoice wanted) {
        return look(sketch(Ids.next(), wanted));
    }

    /** A draft that is kept, with what it comes to today. */
    Optional<SketchDesk.Priced> find(UUID id) {
        return sketches.find(id)
                .filter(found -> isIn(found, Permission.INVOICE_READ))
                .map(this::look);
    }

    /** Kept drafts that were written one by one, the newest first. */
    public List<SketchStore.Listed> page(Optional<UUID> member, PageRequest page) {
        return sketches.page(caller.pathsFor(Permission.INVOICE_READ), member, page);
    }

    /** Keeps a draft; it may have faults still, but must be for a group and a member that the caller bills. */
    SketchDesk.Priced save(OneOffBodies.NewInvoice wanted) {
        var sketch = sketch(Ids.next(), wanted);
        var priced = requireWhoAndWhere(sketch);
        sketches.add(sketch);
        record(Act.DRAFT_SAVED, sketch, List.of());
        return priced;
    }

    /** Changes a kept draft, if the row still has the version that the caller has seen. */
    SketchDesk.Priced change(UUID id, LongConsumer sameVersion, OneOffBodies.NewInvoice wanted) {
        var before = locked(id);
        sameVersion.accept(before.version());
        var after = new InvoiceSketch(
                id,
                before.batch(),
                new GroupId(wanted.groupId()),
                new MemberId(wanted.memberId()),
                wanted.dueOn(),
                wanted.lines(),
                before.version() + 1);
        var priced = requireWhoAndWhere(after);
        sketches.change(after);
        record(Act.DRAFT_SAVED, after, List.of());
        return priced;
    }

    /** Throws a kept draft away, if the row still has the version that the caller has seen. */
    public void drop(UUID id, LongConsumer sameVersion) {
        var sketch = locked(id);
        sameVersion.accept(sketch.version());
        sketches.drop(List.of(id));
        record(Act.DRAFT_DROPPED, sketch, List.of());
    }

    /** Issues an invoice at once, or says everything that is in its way. */
    public UUID issue(OneOffBodies.NewInvoice wanted) {
        return issued(sketch(Ids.next(), wanted));
    }

    /** Changes a kept draft and issues it, if the row still has the version that the caller has seen. */
    UUID issue(UUID id, LongConsumer sameVersion, OneOffBodies.NewInvoice wanted) {
        change(id, sameVersion, wanted);
        return issue(id);
    }

    /** Issues a kept draft; one that is issued already is as unknown as one that never was. */
    public UUID issue(UUID id) {
        return issued(locked(id));
    }

    private UUID issued(InvoiceSketch sketch) {
        require(sketch);
        var priced = issue.issue(sketch, businessDate.today());
        if (priced.order().isEmpty()) {
            throw new RuleViolation(priced.faults());
        }
        var total = priced.order().get().draft().total();
        record(
                Act.INVOICE_ISSUED,
                sketch,
                List.of(Change.to(Field.AMOUNT, total), Change.to(Field.DUE_ON, priced.dueOn())));
        return sketch.id();
    }

    /** How a kept draft would be written; empty while it has faults. */
    public Optional<InvoiceStore.Stored> paper(UUID id) {
        return find(id).flatMap(this::paper);
    }

    /** How an invoice would be written, without a number and a reference of its own; empty while it has faults. */
    public Optional<InvoiceStore.Stored> paper(OneOffBodies.NewInvoice wanted) {
        return paper(preview(wanted));
    }

    private Optional<InvoiceStore.Stored> paper(SketchDesk.Priced priced) {
        return priced.order().map(order -> {
            var numbering = new InvoiceDraft.Numbering(InvoiceDraft.Numbering.NONE, NO_REFERENCE);
            var stored = new InvoiceStore.Stored(
                    order.draft().issue(order.id(), numbering, businessDate.today()),
                    order.seller(),
                    order.buyer(),
                    order.snapshot());
            var member = order.buyer().member().value();
            return discretion.hidden(List.of(member)).isEmpty() ? stored : stored.withoutAddress();
        });
    }

    private SketchDesk.Priced look(InvoiceSketch sketch) {
        if (!isIn(sketch, WRITE) && !isIn(sketch, Permission.INVOICE_READ)) {
            return unknownGroup(sketch);
        }
        return issue.price(List.of(sketch), businessDate.today()).get(0);
    }

    private SketchDesk.Priced unknownGroup(InvoiceSketch sketch) {
        var faults = List.of(new Fault("unknown-group", "/groupId", Map.of()));
        var dueOn = OneOff.dueOn(sketch.dueOn(), businessDate.today());
        return new SketchDesk.Priced(
                sketch, dueOn, sketch.lines(), List.of(), Optional.empty(), Optional.empty(), List.of(), faults);
    }

    private SketchDesk.Priced requireWhoAndWhere(InvoiceSketch sketch) {
        require(sketch);
        var priced = look(sketch);
        var grave = new ArrayList<>(priced.faults());
        grave.removeIf(fault ->
                !fault.code().startsWith("unknown-member") || !fault.pointer().equals("/memberId"));
        if (sketch.lines().size() > OneOff.MOST_LINES) {
            grave.add(new Fault("one-off-long", "/lines", Map.of("most", Integer.toString(OneOff.MOST_LINES))));
        }
        if (!grave.isEmpty()) {
            throw new RuleViolation(grave);
        }
        return priced;
    }

    private void require(InvoiceSketch sketch) {
        if (!isIn(sketch, WRITE)) {
            throw RuleViolation.at("/groupId", "unknown-group", Map.of());
        }
    }

    private InvoiceSketch locked(UUID id) {
        return sketches.locked(List.of(id)).stream()
                .filter(found -> isIn(found, WRITE))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }

    private boolean isIn(InvoiceSketch sketch, Permission permission) {
        return groups.find(sketch.group())
                .map(Group::place)
                .filter(place -> caller.may(permission, place.path()))
                .isPresent();
    }

    private static InvoiceSketch sketch(UUID id, OneOffBodies.NewInvoice wanted) {
        return new InvoiceSketch(
                id,
                Optional.empty(),
                new GroupId(wanted.groupId()),
                new MemberId(wanted.memberId()),
                wanted.dueOn(),
                wanted.lines(),
                1);
    }

    private void record(Act act, InvoiceSketch sketch, List<Change> changes) {
        trail.record(Deed.in(sketch.group(), act, sketch.id(), changes));
    }
}
