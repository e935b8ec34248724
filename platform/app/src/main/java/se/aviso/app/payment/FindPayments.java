package se.aviso.app.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.member.Discretion;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.SuspenseReason;
import se.aviso.spi.bank.Payer;

/** Shows a caller the payments to the sellers of their subtrees, the newest first. */
@ApplicationScoped
@Transactional
public class FindPayments {
    private static final String SELECT = """
            select p.*, s.allocated, s.kept, s.refunded, s.charged_back, s.undone, s.suspense, s.reason from payment p
            join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id
            join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id where\s""";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    PickPayments pick;

    @Inject
    Discretion discretion;

    @Inject
    CreditStore credit;

    @Inject
    ChargeBackStore chargeBacks;

    @Inject
    AsideStore asides;

    /** A payment as lists show it; the reason says why the rest waits. */
    public record PaymentRow(
            UUID id,
            UUID bankFileId,
            UUID sellerGroupId,
            LocalDate bookedOn,
            String amount,
            String allocated,
            String kept,
            String refunded,
            String chargedBack,
            String undone,
            String suspense,
            String currency,
            List<String> references,
            String message,
            SuspenseReason reason) {}

    /**
     * A payment with what it settles and where it stands in the file. Personal data: never logged.
     *
     * @param ruleId the rule that gave it away, if one did
     * @param aside why what waits is out of the queue, if it is
     */
    public record PaymentDetail(
            @JsonUnwrapped PaymentRow payment,
            String giro,
            Payer payer,
            long record,
            long byteOffset,
            List<Allocation> allocations,
            List<Credit> credits,
            List<ChargedBack> chargeBacks,
            Optional<UUID> ruleId,
            Optional<AsideStore.Noted> aside) {}

    /** So much of a deduction is so much of a payment; undone, both wait again. */
    public record ChargedBack(
            UUID id,
            UUID deductionId,
            UUID paymentId,
            String amount,
            String currency,
            LocalDate madeOn,
            boolean undone) {}

    /** So much is kept for a member; below nothing when it undoes an earlier one. */
    public record Credit(
            UUID id, UUID memberId, String amount, String currency, LocalDate keptOn, Optional<UUID> reversesId) {}

    /**
     * So much to an invoice; negative when it undoes an earlier one.
     *
     * @param rounded the few öre that are given up beside it; left out where there are none
     */
    public record Allocation(
            UUID id,
            UUID invoiceId,
            String invoiceNumber,
            String amount,
            String currency,
            Optional<String> rounded,
            LocalDate allocatedOn,
            Optional<UUID> reversesId) {}

    /** The newest that all of it holds for. */
    List<PaymentRow> page(PaymentFilter wanted, PageRequest page) {
        var ids = pick.page(wanted, Optional.empty(), page);
        return sql.query(
                SELECT + "p.tenant_id = ? and p.id = any(?) order by p.id desc",
                FindPayments::row,
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** One payment, if the caller may see it. */
    public Optional<PaymentDetail> find(UUID id) {
        var criteria = visible().and("p.id = ?", Optional.of(id));
        return sql.one(
                SELECT + criteria.where(),
                row -> new PaymentDetail(
                        row(row),
                        row.text("giro"),
                        discreet(id, Json.read(row.text("payer"), new TypeReference<Payer>() {})),
                        row.bigint("record"),
                        row.bigint("byte_offset"),
                        allocations(id, row.text("currency")),
                        credits(id),
                        chargeBacks(id),
                        rule(id),
                        asides.of(new PaymentId(id))),
                criteria.params());
    }

    /** Without the address where the money is of somebody whose whereabouts the caller may not see. */
    private Payer discreet(UUID payment, Payer payer) {
        var members = sql.query(
                "select distinct i.member_id from allocation a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id where a.tenant_id = ? and a.payment_id = ? limit 1000",
                row -> row.uuid("member_id"),
                Tenancy.required(),
                payment);
        return discretion.hidden(members).isEmpty()
                ? payer
                : new Payer(
                        payer.name(), new Payer.Address("", "", "", ""), payer.account(), payer.organisationNumber());
    }

    private List<ChargedBack> chargeBacks(UUID payment) {
        return chargeBacks.of(payment).stream()
                .map(each -> new ChargedBack(
                        each.id(),
                        each.deduction(),
                        each.payment(),
                        each.amount().toDecimal(),
                        each.amount().currency().getCurrencyCode(),
                        each.on(),
                        each.over()))
                .toList();
    }

    private Optional<UUID> rule(UUID payment) {
        return sql.one(
                "select rule_id from payment_rule_use where tenant_id = ? and payment_id = ?",
                row -> row.uuid("rule_id"),
                Tenancy.required(),
                payment);
    }

    private List<Credit> credits(UUID payment) {
        return credit.ofPayment(payment).stream()
                .map(known -> new Credit(
                        known.movement().id(),
                        known.movement().holder().member().value(),
                        known.movement().amount().toDecimal(),
                        known.movement().amount().currency().getCurrencyCode(),
                        known.movedOn(),
                        known.movement().cause().reverses()))
                .toList();
    }

    private List<Allocation> allocations(UUID payment, String currency) {
        return sql.query(
                "select a.*, i.number, " + ListPayments.ROUNDED
                        + " from allocation a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id where a.tenant_id = ? and a.payment_id = ? order by a.id limit 1000",
                row -> new Allocation(
                        row.uuid("id"),
                        row.uuid("invoice_id"),
                        Long.toString(row.bigint("number")),
                        decimal(row.bigint("amount"), currency),
                        currency,
                        Optional.of(row.money("rounded"))
                                .filter(Money::isPositive)
                                .map(Money::toDecimal),
                        row.day("allocated_on"),
                        row.optionalUuid("reverses_id")),
                Tenancy.required(),
                payment);
    }

    private Criteria visible() {
        return Criteria.of("p").within("g.path", caller.pathsFor(Permission.PAYMENT_READ));
    }

    private static PaymentRow row(Row row) {
        var currency = row.text("currency");
        return new PaymentRow(
                row.uuid("id"),
                row.uuid("bank_file_id"),
                row.uuid("seller_group_id"),
                row.day("booked_on"),
                decimal(row.bigint("amount"), currency),
                decimal(row.bigint("allocated"), currency),
                decimal(row.bigint("kept"), currency),
                decimal(row.bigint("refunded"), currency),
                decimal(row.bigint("charged_back"), currency),
                decimal(row.bigint("undone"), currency),
                decimal(row.bigint("suspense"), currency),
                currency,
                row.text("reference").lines().toList(),
                row.text("message"),
                row.code("reason", SuspenseReason.class));
    }

    private static String decimal(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency)).toDecimal();
    }
}
