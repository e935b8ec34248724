package se.aviso.app.invoice;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.app.wording.Worded;
import se.aviso.invoice.Invoice;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.VatRate;
import se.aviso.pricing.Explanation;
import se.aviso.share.Share;

/** Issued documents, whole, read in sets. */
@ApplicationScoped
public class InvoiceStore {
    private static final TypeReference<InvoiceSnapshot> SNAPSHOT = new TypeReference<>() {};

    @Inject
    Sql sql;

    /**
     * A document with what stood on it.
     *
     * @param usedCredit so much of the payer's credit balance was taken off what is to be paid
     */
    public record Stored(
            Invoice invoice,
            InvoiceOrder.Seller seller,
            InvoiceOrder.Buyer buyer,
            InvoiceSnapshot snapshot,
            Money usedCredit) {
        /** One that takes nothing of a credit balance. */
        public Stored(Invoice invoice, InvoiceOrder.Seller seller, InvoiceOrder.Buyer buyer, InvoiceSnapshot snapshot) {
            this(invoice, seller, buyer, snapshot, Money.zero(invoice.total().currency()));
        }

        /** What its payer is asked for. */
        public Money toPay() {
            return invoice.total().minus(usedCredit);
        }

        /** True of one that the payer's credit balance has paid whole. */
        public boolean isCovered() {
            return usedCredit.isPositive() && toPay().isZero();
        }

        /** In whose name it is worded: what is written of it later is worded by the same group. */
        public GroupId wordedBy() {
            return snapshot.wording().map(Worded::group).map(GroupId::new).orElse(buyer.group());
        }

        /** The same for a recipient that stands on it otherwise. */
        public Stored with(InvoiceSnapshot.Recipient recipient) {
            return new Stored(invoice, seller, buyer, snapshot.with(recipient), usedCredit);
        }

        /** The same, telling nobody where the recipient lives. */
        public Stored withoutAddress() {
            return new Stored(invoice, seller, buyer, snapshot.withoutAddress(), usedCredit);
        }
    }

    /** The documents of those ids, with their lines; three queries. */
    public List<Stored> byIds(Collection<UUID> ids) {
        var lines = lines(ids);
        return sql.query(
                "select i.*, coalesce((select -sum(m.amount) from credit_movement m where m.tenant_id = i.tenant_id "
                        + "and m.invoice_id = i.id and m.kind = ?), 0)::bigint as used_credit "
                        + "from invoice i where i.tenant_id = ? and i.id = any(?) order by i.id",
                row -> read(row, lines.getOrDefault(row.uuid("id"), List.of())),
                Codes.of(CreditMovement.Kind.USED_AT_ISSUE),
                Tenancy.required(),
                Sql.uuids(ids));
    }

    /** One document. */
    public Optional<Stored> byId(InvoiceId id) {
        return byIds(List.of(id.value())).stream().findFirst();
    }

    private Map<UUID, List<InvoiceLine>> lines(Collection<UUID> ids) {
        var lines = new HashMap<UUID, List<InvoiceLine>>();
        var shares = shares(ids);
        sql.query(
                "select * from invoice_line where tenant_id = ? and invoice_id = any(?) order by invoice_id, position",
                row -> lines.computeIfAbsent(row.uuid("invoice_id"), id -> new ArrayList<>())
                        .add(line(row, shares)),
                Tenancy.required(),
                Sql.uuids(ids));
        return lines;
    }

    record Place(UUID invoice, int position) {}

    private Map<Place, List<Share>> shares(Collection<UUID> ids) {
        var shares = new HashMap<Place, List<Share>>();
        sql.query(
                "select * from invoice_share where tenant_id = ? and invoice_id = any(?) order by group_id",
                row -> shares.computeIfAbsent(
                                new Place(row.uuid("invoice_id"), row.integer("position")), place -> new ArrayList<>())
                        .add(new Share(new GroupId(row.uuid("group_id")), row.money("amount"))),
                Tenancy.required(),
                Sql.uuids(ids));
        return shares;
    }

    static InvoiceLine line(Row row, Map<Place, List<Share>> shares) {
        var place = new Place(row.uuid("invoice_id"), row.integer("position"));
        var basis = new InvoiceLine.Basis(new Explanation(row.text("why")), shares.getOrDefault(place, List.of()));
        return new InvoiceLine(
                new InvoiceLine.Text(
                        row.code("kind", InvoiceLine.Kind.class),
                        row.text("text"),
                        row.text("measure"),
                        row.text("product")),
                row.integer("quantity"),
                row.money("unit"),
                new InvoiceLine.Terms(
                        row.code("vat", VatRate.class), row.integer("account"), row.optionalText("exemption")),
                row.optionalUuid("period_id").map(PeriodId::new),
                basis);
    }

    private static Stored read(Row row, List<InvoiceLine> lines) {
        var draft = new InvoiceDraft(
                row.code("kind", InvoiceKind.class), row.code("occasion", Occasion.class), row.day("due_on"), lines);
        var numbering = new InvoiceDraft.Numbering(row.bigint("number"), new OcrReference(row.text("ocr")));
        return new Stored(
                draft.issue(new InvoiceId(row.uuid("id")), numbering, row.day("issued_on")),
                new InvoiceOrder.Seller(new GroupId(row.uuid("seller_group_id")), GiroNumber.ofKey(row.text("giro"))),
                new InvoiceOrder.Buyer(new MemberId(row.uuid("member_id")), new GroupId(row.uuid("group_id"))),
                Json.read(row.text("snapshot"), SNAPSHOT),
                row.money("used_credit"));
    }
}
