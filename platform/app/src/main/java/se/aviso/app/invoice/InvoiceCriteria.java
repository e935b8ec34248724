package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/** What a filter means in SQL: the invoice is {@code i}, its group {@code g}, its settlement {@code s}. */
final class InvoiceCriteria {
    /** An unpaid claim whose due day has passed; its parameters are those of {@link #overdueBy}. */
    static final String OVERDUE = "(i.kind = ? and s.status <= ? and i.due_on < ?)";

    private InvoiceCriteria() {}

    /**
     * Adds all of the filter to the conditions.
     *
     * @param roots the subtrees outside of which a group is as unknown as any other
     */
    static Criteria narrow(Criteria criteria, InvoiceFilter wanted, LocalDate today, List<String> roots) {
        criteria.below("g.path", wanted.belonging().group(), roots);
        wanted.text().ifPresent(text -> MemberSearch.within(criteria, "i.member_id", text));
        wanted.numbers().number().ifPresent(number -> number(criteria, number));
        wanted.numbers().ocr().ifPresent(ocr -> ocr(criteria, ocr));
        settling(criteria, wanted.settling(), today);
        return criteria.and("i.member_id = ?", wanted.belonging().member())
                .and("i.run_id = ?", wanted.belonging().run())
                .and("i.kind = ?", wanted.nature().kind().map(Codes::of))
                .and("i.occasion = ?", wanted.nature().occasion().map(Codes::of))
                .and("i.issued_on >= ?", wanted.days().issuedFrom())
                .and("i.issued_on <= ?", wanted.days().issuedTo())
                .and("i.due_on >= ?", wanted.days().dueFrom())
                .and("i.due_on <= ?", wanted.days().dueTo())
                .and("i.total >= ?", wanted.amounts().from().map(Money::minorUnits))
                .and("i.total <= ?", wanted.amounts().to().map(Money::minorUnits));
    }

    /** The parameters of {@link #OVERDUE}. */
    static Object[] overdueBy(LocalDate today) {
        return new Object[] {Codes.of(InvoiceKind.CLAIM), Codes.of(Settlement.Status.PARTLY_PAID), today};
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
        var found = "select r.invoice_id from ocr_series o join ocr_reference r on r.tenant_id = o.tenant_id "
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

    private static void settling(Criteria criteria, InvoiceFilter.Settling wanted, LocalDate today) {
        if (!wanted.statuses().isEmpty()) {
            var codes = wanted.statuses().stream().map(Codes::of).toList();
            criteria.and("s.status = any(?)", Sql.smallints(codes));
        }
        wanted.overdue()
                .ifPresent(overdue ->
                        criteria.and(overdue ? OVERDUE : "not coalesce(" + OVERDUE + ", false)", overdueBy(today)));
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
