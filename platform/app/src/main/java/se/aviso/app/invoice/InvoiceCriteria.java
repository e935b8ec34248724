package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/** What a filter means in SQL: the invoice is {@code i}, its group {@code g}, its settlement {@code s}. */
final class InvoiceCriteria {
    private static final String CLAIM = "i.kind = ?";
    private static final String UNPAID = "s.status <= ?";
    private static final String DUE_BEFORE = "i.due_on < ?";

    /** What is open of a claim; no other document has that. */
    private static final String OPEN = "greatest(s.claimed - s.received - s.credited, 0)";

    /** Never null, so that it can be turned round: of a claim there is a settlement, of an offer there is none. */
    private static final String OWED = "(coalesce(s.status <= ?, false) or exists (select from offer_answer a "
            + "where a.tenant_id = i.tenant_id and a.invoice_id = i.id and a.state = ?))";

    private static final String WHOLE_TREE = "/";

    /** Those that most dispatches end in; of the others there are few, so that a search can begin with them. */
    private static final Set<InvoiceDetail.DeliveryState> USUAL =
            EnumSet.of(InvoiceDetail.DeliveryState.SENT, InvoiceDetail.DeliveryState.DELIVERED);

    private InvoiceCriteria() {}

    /**
     * Those of the subtrees, and within one of them where a path is given; whoever sees all needs no look at the tree.
     */
    static Criteria visible(List<String> roots, Optional<String> within) {
        var criteria = Criteria.of("i");
        if (!roots.contains(WHOLE_TREE)) {
            criteria.within("g.path", roots);
        }
        within.ifPresent(path -> criteria.within("g.path", List.of(path)));
        return criteria;
    }

    /** Adds all of the filter to the conditions but the group: {@link NarrowInvoices} looks that up. */
    static Criteria narrow(Criteria criteria, InvoiceFilter wanted, LocalDate today) {
        wording(criteria, wanted.wording());
        belonging(criteria, wanted.belonging());
        settling(criteria, wanted.settling(), today);
        wanted.nature().document().ifPresent(document -> document(criteria, document));
        HandlingCriteria.narrow(criteria, wanted.handling(), today);
        sending(criteria, wanted.sending());
        return criteria.and("i.kind = ?", wanted.nature().kind().map(Codes::of))
                .and("i.occasion = ?", wanted.nature().occasion().map(Codes::of))
                .and("i.issued_on >= ?", wanted.days().issuedFrom())
                .and("i.issued_on <= ?", wanted.days().issuedTo())
                .and("i.due_on >= ?", wanted.days().dueFrom())
                .and("i.due_on <= ?", wanted.days().dueTo())
                .and("i.total >= ?", wanted.amounts().from().map(Money::minorUnits))
                .and("i.total <= ?", wanted.amounts().to().map(Money::minorUnits))
                .and(OPEN + " >= ?", wanted.amounts().openFrom().map(Money::minorUnits))
                .and(OPEN + " <= ?", wanted.amounts().openTo().map(Money::minorUnits));
    }

    /** Unpaid claims whose due day has passed, condition by condition: an order by due day can begin at today's. */
    static Criteria overdue(Criteria criteria, LocalDate today) {
        return criteria.and(CLAIM, Codes.of(InvoiceKind.CLAIM))
                .and(UNPAID, Codes.of(Settlement.Status.PARTLY_PAID))
                .and(DUE_BEFORE, today);
    }

    private static Criteria notOverdue(Criteria criteria, LocalDate today) {
        return criteria.and(
                "not coalesce(" + String.join(" and ", CLAIM, UNPAID, DUE_BEFORE) + ", false)",
                Codes.of(InvoiceKind.CLAIM),
                Codes.of(Settlement.Status.PARTLY_PAID),
                today);
    }

    /** Through the sellers that have numbers, for the index begins with the seller. */
    static Criteria number(Criteria criteria, long number) {
        return criteria.and(
                "i.seller_group_id in (select n.seller_group_id from number_series n where n.tenant_id = ?) "
                        + "and i.kind in (0, 1, 2) and i.number = ?",
                Tenancy.required(),
                number);
    }

    /** Through the references of the sellers' giro numbers; a claim that came of an offer has the offer's. */
    static Criteria ocr(Criteria criteria, String ocr) {
        var found = "select r.invoice_id from asked_giro o join ocr_reference r on r.tenant_id = o.tenant_id "
                + "and r.giro = o.giro where o.tenant_id = ? and r.ocr = ?";
        var bare = ocr.replaceAll("[\\s-]", "").replaceAll("^0+", "");
        var tenant = Tenancy.required();
        return criteria.and(
                "i.id in (" + found + " union all select c.id from invoice c where c.tenant_id = ? and c.offer_id in ("
                        + found + "))",
                tenant,
                bare,
                tenant,
                tenant,
                bare);
    }

    /**
     * What somebody still has to answer for: claims of which something is left to pay, and offers without an answer.
     */
    static Criteria owed(Criteria criteria) {
        return criteria.and(OWED, owedCodes());
    }

    /** All the rest: what is paid or credited, offers that were answered, and credit notes. */
    static Criteria notOwed(Criteria criteria) {
        return criteria.and("not " + OWED, owedCodes());
    }

    private static Object[] owedCodes() {
        return new Object[] {Codes.of(Settlement.Status.PARTLY_PAID), Codes.of(InvoiceRow.OfferState.OPEN)};
    }

    /** Of one who is billed, or for whose membership somebody is. */
    static Criteria concerning(Criteria criteria, UUID member) {
        return criteria.and(
                "i.id in (select x.id from invoice x where x.tenant_id = ? and x.member_id = ? "
                        + "union select l.invoice_id from membership b "
                        + "join period p on p.tenant_id = b.tenant_id and p.membership_id = b.id "
                        + "join invoice_line l on l.tenant_id = p.tenant_id and l.period_id = p.id "
                        + "where b.tenant_id = ? and b.member_id = ?)",
                Tenancy.required(),
                member,
                Tenancy.required(),
                member);
    }

    private static void wording(Criteria criteria, InvoiceFilter.Wording wanted) {
        wanted.text().ifPresent(text -> LineWords.within(criteria, text));
        wanted.number().ifPresent(number -> number(criteria, number));
        wanted.ocr().ifPresent(ocr -> ocr(criteria, ocr));
        if (!wanted.ids().isEmpty()) {
            criteria.and("i.id = any(?)", Sql.uuids(wanted.ids()));
        }
    }

    private static void belonging(Criteria criteria, InvoiceFilter.Belonging wanted) {
        criteria.and("i.member_id = ?", wanted.payer()).and("i.run_id = ?", wanted.run());
        wanted.member().ifPresent(member -> concerning(criteria, member));
        wanted.product()
                .ifPresent(number -> criteria.and(
                        "i.id in (select l.invoice_id from invoice_line l where l.tenant_id = ? "
                                + "and l.product = ? and l.product <> '')",
                        Tenancy.required(),
                        number.strip()));
        wanted.type()
                .ifPresent(type -> criteria.and(
                        "exists (select 1 from invoice_line l where l.tenant_id = i.tenant_id "
                                + "and l.invoice_id = i.id and l.type_id = ?)",
                        type));
    }

    /** Drafts are no rows of this table. */
    private static void document(Criteria criteria, InvoiceRow.Document document) {
        var writtenOff = "coalesce(s.written_off > 0, false)";
        var credited = "coalesce(s.credited_whole, false)";
        switch (document) {
            case DRAFT -> throw new IllegalArgumentException("drafts are no invoices");
            case ISSUED -> criteria.and("not " + credited + " and not " + writtenOff);
            case CREDITED -> criteria.and(credited);
            case WRITTEN_OFF -> criteria.and(writtenOff);
        }
    }

    /** A claim that came of an offer went out as that offer. */
    private static void sending(Criteria criteria, InvoiceFilter.Sending wanted) {
        if (wanted.channel().isEmpty() && wanted.state().isEmpty()) {
            return;
        }
        var channels = wanted.channel().map(List::of).orElse(List.of(Channel.values()));
        var state = wanted.state().filter(found -> !USUAL.contains(found));
        if (state.isPresent()) {
            few(criteria, channels, state.get());
            return;
        }
        criteria.and(
                "exists (select 1 from dispatch t where t.tenant_id = i.tenant_id "
                        + "and t.invoice_id = case when i.offer_id is null then i.id else i.offer_id end "
                        + "and t.channel = any(?) "
                        + "and (?::smallint is null or t.state = ?))",
                codes(channels),
                wanted.state().map(Codes::of),
                wanted.state().map(Codes::of));
    }

    /** Begins with the dispatches: their index leads with the channel, then the state. */
    private static void few(Criteria criteria, List<Channel> channels, InvoiceDetail.DeliveryState state) {
        var tenant = Tenancy.required();
        var found = "select t.invoice_id from dispatch t where t.tenant_id = ? and t.channel = any(?) and t.state = ?";
        criteria.and(
                "i.id in (" + found + " union all select c.id from dispatch t "
                        + "join invoice c on c.tenant_id = t.tenant_id and c.offer_id = t.invoice_id "
                        + "where t.tenant_id = ? and t.channel = any(?) and t.state = ?)",
                tenant,
                codes(channels),
                Codes.of(state),
                tenant,
                codes(channels),
                Codes.of(state));
    }

    private static SqlArray codes(List<Channel> channels) {
        return Sql.smallints(channels, Codes::of);
    }

    private static void settling(Criteria criteria, InvoiceFilter.Settling wanted, LocalDate today) {
        if (!wanted.statuses().isEmpty()) {
            var codes = wanted.statuses().stream().map(Codes::of).toList();
            criteria.and("s.status = any(?)", Sql.smallints(codes));
        }
        wanted.overdue().ifPresent(is -> {
            if (is) {
                overdue(criteria, today);
            } else {
                notOverdue(criteria, today);
            }
        });
        wanted.dunningLevel().ifPresent(level -> dunned(criteria, level));
    }

    private static void dunned(Criteria criteria, long level) {
        var reminder = "exists (select 1 from reminder r where r.tenant_id = i.tenant_id and r.invoice_id = i.id";
        if (level > 0) {
            criteria.and(reminder + " and r.level = ?)", Optional.of(level));
        }
        criteria.and("not " + reminder + " and r.level > ?)", Optional.of(level));
    }
}
