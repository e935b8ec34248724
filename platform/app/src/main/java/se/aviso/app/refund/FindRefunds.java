package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.payment.SuspenseStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.HandAllocation;
import se.aviso.refund.PayeeAccount;
import se.aviso.refund.RefundState;

/** Shows a caller the refunds of the sellers of their subtrees, and the files that were made of them. */
@ApplicationScoped
@Transactional
public class FindRefunds {
    private static final String SELECT = "select r.*, g.name as seller_name from refund r "
            + "join group_node g on g.tenant_id = r.tenant_id and g.id = r.seller_group_id where ";

    private static final List<RefundState> GONE = List.of(RefundState.EXPORTED, RefundState.PAID);
    private static final int FEW = 3;

    @Inject
    Sql sql;

    @Inject
    RefundStore refunds;

    @Inject
    SuspenseStore suspense;

    @Inject
    RefundExportStore exports;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /** What is looked for; all of it must hold. */
    public record Wanted(
            Optional<RefundState> state,
            Optional<UUID> group,
            Optional<UUID> member,
            Optional<UUID> payment,
            Optional<UUID> export) {
        /** In that state, in the subtree of that group. */
        static Wanted in(Optional<RefundState> state, Optional<UUID> group) {
            return new Wanted(state, group, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A refund, in the form of the REST API. Personal data: never logged.
     *
     * @param cameBackId the payment as which it came back
     * @param failure why it failed or was called off
     */
    public record Shown(
            UUID id,
            UUID sellerGroupId,
            String sellerName,
            Optional<UUID> memberId,
            Optional<UUID> paymentId,
            String amount,
            String currency,
            PayeeAccount.Kind accountKind,
            String account,
            String payee,
            Optional<String> note,
            RefundState state,
            String proposedBy,
            LocalDate proposedOn,
            Optional<String> approvedBy,
            Optional<LocalDate> approvedOn,
            Optional<UUID> exportId,
            Optional<LocalDate> paidOn,
            Optional<UUID> cameBackId,
            Optional<String> failure,
            boolean ownProposal) {}

    /** The newest that all of it holds for. */
    public List<Shown> page(Wanted wanted, PageRequest page) {
        var roots = caller.pathsFor(Permission.PAYMENT_READ);
        var criteria = Criteria.of("r")
                .within("g.path", roots)
                .below("g.path", wanted.group(), roots)
                .and("r.id < ?", page.after().map(Cursor::id))
                .and("r.state = ?", wanted.state().map(Codes::of))
                .and("r.member_id = ?", wanted.member())
                .and("r.payment_id = ?", wanted.payment())
                .and("r.export_id = ?", wanted.export());
        return sql.query(
                SELECT + criteria.where() + " order by r.id desc limit ?",
                this::shown,
                criteria.params(page.limitAndOne()));
    }

    /** One refund, if the caller may see it. */
    public Optional<Shown> find(UUID id) {
        var criteria = Criteria.of("r")
                .within("g.path", caller.pathsFor(Permission.PAYMENT_READ))
                .and("r.id = ?", Optional.of(id));
        return sql.one(SELECT + criteria.where(), this::shown, criteria.params());
    }

    /** The newest that left the bank and are exactly what waits of a payment: it may be one of them that comes back. */
    public List<Shown> thatMayBe(UUID payment) {
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_WRITE))
                .map(held -> gone(held.id(), held.waiting()))
                .orElse(List.of());
    }

    private List<Shown> gone(PaymentId payment, HandAllocation.Waiting waiting) {
        var criteria = Criteria.of("r")
                .and("r.seller_group_id = ?", waiting.seller().value())
                .and("r.state = any(?)", Sql.codes(GONE))
                .and("r.amount = ?", waiting.rest().minorUnits())
                .and("r.currency = ?", waiting.rest().currency().getCurrencyCode())
                .and("r.payment_id is distinct from ?", payment.value());
        return sql.query(SELECT + criteria.where() + " order by r.id desc limit ?", this::shown, criteria.params(FEW));
    }

    /** The newest files. */
    public List<RefundExportStore.Export> exports(PageRequest page) {
        return exports.page(caller.pathsFor(Permission.PAYMENT_READ), page);
    }

    /** One file. */
    public Optional<RefundExportStore.Export> export(UUID id) {
        return exports.find(id, caller.pathsFor(Permission.PAYMENT_READ));
    }

    /** Its bytes. */
    public byte[] file(UUID id) {
        return export(id).map(found -> exports.content(found.id())).orElseThrow(HttpProblem::notFound);
    }

    /** What one person may pay back without a second. */
    public RefundStore.Limit limit() {
        return refunds.limit();
    }

    /** What holds of it today. */
    public Money limitInForce() {
        return refunds.limit().rule().inForce(businessDate.today());
    }

    private Shown shown(Row row) {
        var refund = RefundStore.read(row);
        var progress = refund.progress();
        return new Shown(
                refund.id(),
                refund.seller().value(),
                row.text("seller_name"),
                refund.source().member().map(MemberId::value),
                refund.source().payment().map(PaymentId::value),
                refund.amount().toDecimal(),
                refund.amount().currency().getCurrencyCode(),
                refund.payee().account().kind(),
                refund.payee().account().shown(),
                refund.payee().name(),
                Optional.of(refund.note()).filter(note -> !note.isEmpty()),
                progress.state(),
                progress.proposedBy(),
                progress.proposedOn(),
                progress.approvedBy(),
                progress.approvedOn(),
                progress.export(),
                progress.paidOn(),
                row.optionalUuid("came_back_id"),
                Optional.of(progress.failure()).filter(why -> !why.isEmpty()),
                progress.proposer().equals(caller.userId()));
    }
}
