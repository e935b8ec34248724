package se.aviso.app.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.dispatch.DispatchDocument;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.invoice.InvoiceKind;
import se.aviso.member.MembershipStatus;
import se.aviso.member.PeriodState;
import se.aviso.payment.PayerMark;
import se.aviso.payment.PayerRule;
import se.aviso.refund.RefundState;

/**
 * A kind of thing that is known of a member: a list in the copy that the person gets.
 *
 * @param codes the columns that are kept as numbers of constants
 * @param sql the rows of the member, each with a {@code key} by which they go on; its blanks are the tenant and the
 *     member
 */
record DataKind(String name, List<String> columns, Map<String, Class<? extends Enum<?>>> codes, String sql) {
    private static final String OF_MEMBER = " where %1$s.tenant_id = ? and %1$s.member_id = ?";

    private static final DataKind PROFILE = new DataKind(
            "profile",
            List.of(
                    "number",
                    "given_name",
                    "family_name",
                    "born",
                    "email",
                    "phone",
                    "peppol",
                    "buyer_reference",
                    "street",
                    "postal_code",
                    "city",
                    "channel",
                    "language",
                    "guardian_name",
                    "guardian_email",
                    "protected_identity"),
            Map.of("channel", Channel.class),
            "select m.*, m.id::text as key from member m where m.tenant_id = ? and m.id = ?");

    private static final DataKind MEMBERSHIPS = new DataKind(
            "memberships",
            List.of("group", "type", "joined_on", "status"),
            Map.of("status", MembershipStatus.class),
            "select s.id::text as key, g.name as group, t.name_sv as type, s.joined_on, s.status from membership s "
                    + "join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id "
                    + "join membership_type t on t.tenant_id = s.tenant_id and t.id = s.type_id"
                    + OF_MEMBER.formatted("s"));

    private static final DataKind PERIODS = new DataKind(
            "periods",
            List.of("membership", "first_day", "last_day", "state"),
            Map.of("state", PeriodState.class),
            "select p.id::text as key, p.membership_id as membership, p.first_day, p.last_day, p.state from period p "
                    + "join membership s on s.tenant_id = p.tenant_id and s.id = p.membership_id"
                    + OF_MEMBER.formatted("s"));

    private static final DataKind CONSENTS = new DataKind(
            "consents",
            List.of("kind", "given_at"),
            Map.of(),
            "select c.kind as key, c.kind, c.given_at from consent c" + OF_MEMBER.formatted("c"));

    private static final DataKind INVOICES = new DataKind(
            "invoices",
            List.of("number", "kind", "ocr", "total", "currency", "issued_on", "due_on", "recipient"),
            Map.of("kind", InvoiceKind.class),
            "select i.id::text as key, i.number, i.kind, i.ocr, round(i.total / 100.0, 2) as total, i.currency, "
                    + "i.issued_on, i.due_on, i.snapshot -> 'recipient' as recipient from invoice i"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind PAYMENTS = new DataKind(
            "payments",
            List.of("invoice", "amount", "booked_on", "payer", "reference", "message"),
            Map.of(),
            "select a.id::text as key, i.number as invoice, round(a.amount / 100.0, 2) as amount, p.booked_on, "
                    + "p.payer, p.reference, p.message from allocation a "
                    + "join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id "
                    + "join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind RULES = new DataKind(
            "payment-rules",
            List.of("seller", "kind", "payer", "state", "made_on"),
            Map.of("kind", PayerMark.Kind.class, "state", PayerRule.RuleState.class),
            "select r.id::text as key, g.name as seller, r.kind, r.shown as payer, r.state, r.made_on from payment_rule r "
                    + "join group_node g on g.tenant_id = r.tenant_id and g.id = r.seller_group_id"
                    + OF_MEMBER.formatted("r"));

    private static final DataKind CREDITS = new DataKind(
            "credits",
            List.of("invoice", "credit_note", "total", "kept", "reason", "issued_on"),
            Map.of(),
            "select c.id::text as key, o.number as invoice, i.number as credit_note, round(i.total / 100.0, 2) as total, "
                    + "round(c.kept / 100.0, 2) as kept, c.reason, i.issued_on from credit_note c "
                    + "join invoice i on i.tenant_id = c.tenant_id and i.id = c.id "
                    + "join invoice o on o.tenant_id = c.tenant_id and o.id = c.invoice_id"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind MOVEMENTS = new DataKind(
            "credit-balance",
            List.of("seller", "kind", "amount", "moved_on", "invoice"),
            Map.of("kind", CreditMovement.Kind.class),
            "select m.id::text as key, g.name as seller, m.kind, round(m.amount / 100.0, 2) as amount, m.moved_on, "
                    + "i.number as invoice from credit_movement m "
                    + "join group_node g on g.tenant_id = m.tenant_id and g.id = m.seller_group_id "
                    + "left join invoice i on i.tenant_id = m.tenant_id and i.id = m.invoice_id"
                    + OF_MEMBER.formatted("m"));

    private static final DataKind REFUNDS = new DataKind(
            "refunds",
            List.of("seller", "amount", "payee", "account", "note", "state", "proposed_on", "paid_on", "failure"),
            Map.of("state", RefundState.class),
            "select r.id::text as key, g.name as seller, round(r.amount / 100.0, 2) as amount, r.payee, r.account, r.note, "
                    + "r.state, r.proposed_on, r.paid_on, r.failure from refund r "
                    + "join group_node g on g.tenant_id = r.tenant_id and g.id = r.seller_group_id"
                    + OF_MEMBER.formatted("r"));

    private static final DataKind DISPATCHES = new DataKind(
            "dispatches",
            List.of("invoice", "document", "channel", "sent_to", "state", "created_at", "changed_at", "failure"),
            Map.of("document", DispatchDocument.class, "channel", Channel.class, "state", DispatchState.class),
            "select d.id::text as key, i.number as invoice, d.document, d.channel, d.sent_to, d.state, d.created_at, d.changed_at, "
                    + "d.failure from dispatch d join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind SENDINGS = new DataKind(
            "earlier-sendings",
            List.of("invoice", "document", "channel", "sent_to", "state", "sent_at", "ended_at", "failure"),
            Map.of("document", DispatchDocument.class, "channel", Channel.class, "state", DispatchState.class),
            "select e.dispatch_id || ' ' || e.attempt as key, i.number as invoice, d.document, d.channel, e.sent_to, "
                    + "e.state, e.sent_at, e.ended_at, e.failure from dispatch_sending e "
                    + "join dispatch d on d.tenant_id = e.tenant_id and d.id = e.dispatch_id "
                    + "join invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind DRAFTS = new DataKind(
            "drafts",
            List.of("group", "due_on", "lines", "changed_at"),
            Map.of(),
            "select d.id::text as key, g.name as group, d.due_on, d.lines, d.changed_at from invoice_draft d "
                    + "join group_node g on g.tenant_id = d.tenant_id and g.id = d.group_id"
                    + OF_MEMBER.formatted("d"));

    private static final DataKind STOPS = new DataKind(
            "dunning-stops",
            List.of("invoice", "until", "note", "made_on", "lifted_on"),
            Map.of(),
            "select t.id::text as key, i.number as invoice, t.until, t.note, t.made_on, t.lifted_on, t.tenant_id, "
                    + "coalesce(t.member_id, i.member_id) as member_id from dunning_stop t "
                    + "left join invoice i on i.tenant_id = t.tenant_id and i.id = t.invoice_id "
                    + "where t.tenant_id = ? and coalesce(t.member_id, i.member_id) = ?");

    private static final DataKind HAND_OVERS = new DataKind(
            "collector-cases",
            List.of("invoice", "handed_over_on", "open", "taken_back_on", "note"),
            Map.of(),
            "select c.export_id::text || c.invoice_id::text as key, i.number as invoice, e.made_on as handed_over_on, "
                    + "round(c.open / 100.0, 2) as open, c.taken_back_on, c.note from collector_case c "
                    + "join collector_export e on e.tenant_id = c.tenant_id and e.id = c.export_id "
                    + "join invoice i on i.tenant_id = c.tenant_id and i.id = c.invoice_id"
                    + OF_MEMBER.formatted("i"));

    private static final DataKind AUDIT = new DataKind(
            "audit",
            List.of("number", "at", "act", "changes"),
            Map.of(),
            "select lpad(a.number::text, 19, '0') as key, a.number, a.at, a.act, a.text::jsonb -> 'changes' as changes "
                    + "from audit_entry a where a.tenant_id = ? and a.subject = ?");

    /** All of them, in the order of a life. */
    static final List<DataKind> ALL = List.of(
            PROFILE,
            MEMBERSHIPS,
            PERIODS,
            CONSENTS,
            INVOICES,
            PAYMENTS,
            RULES,
            CREDITS,
            MOVEMENTS,
            REFUNDS,
            DISPATCHES,
            SENDINGS,
            DRAFTS,
            STOPS,
            HAND_OVERS,
            AUDIT);

    /** True for what the person is, where the personal number belongs. */
    boolean isProfile() {
        return equals(PROFILE);
    }

    /** The next rows behind a key. */
    String page() {
        var texts = columns.stream()
                .map(column -> "k.\"" + column + "\"::text as \"" + column + "\"")
                .toList();
        return "select k.key, " + String.join(", ", texts) + " from (" + sql + ") k where k.key collate \"C\" > ? "
                + "order by k.key collate \"C\" limit ?";
    }

    /** What a column says, in words where it is kept as a number. */
    String said(String column, String value) {
        return Optional.ofNullable(codes.get(column))
                .map(type -> type.getEnumConstants()[Integer.parseInt(value)].name())
                .orElse(value);
    }
}
