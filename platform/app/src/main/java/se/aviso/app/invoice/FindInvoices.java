package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.member.MemberSearch;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Permission;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;

/** Shows a caller the invoices of their subtrees, or a member their own. */
@ApplicationScoped
@Transactional
public class FindInvoices {
    private static final int LONGEST_NUMBER = 12;

    @Inject
    InvoiceRows rows;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /** The invoices that all of it holds for, the newest first. */
    public List<InvoiceRow> page(InvoiceFilter wanted, PageRequest page) {
        var criteria = visible();
        wanted.text().ifPresent(text -> MemberSearch.within(criteria, "i.member_id", text));
        wanted.numbers().number().ifPresent(number -> number(criteria, number));
        wanted.numbers().ocr().ifPresent(ocr -> ocr(criteria, ocr));
        wanted.settling().overdue().ifPresent(overdue -> overdue(criteria, overdue));
        wanted.belonging().group().ifPresent(group -> group(criteria, group));
        criteria.and("i.member_id = ?", wanted.belonging().member())
                .and("i.run_id = ?", wanted.belonging().run())
                .and("i.kind = ?", wanted.settling().kind().map(Codes::of))
                .and("i.occasion = ?", wanted.settling().occasion().map(Codes::of))
                .and("s.status = ?", wanted.settling().status().map(Codes::of))
                .and("i.issued_on >= ?", wanted.days().issuedFrom())
                .and("i.issued_on <= ?", wanted.days().issuedTo())
                .and("i.due_on >= ?", wanted.days().dueFrom())
                .and("i.due_on <= ?", wanted.days().dueTo());
        return rows.page(criteria, page);
    }

    /** The invoices that have these digits as their number or reference, the newest first. */
    public List<InvoiceRow> withDigits(String digits, int most) {
        var page = new PageRequest(most, Optional.empty());
        var byOcr = visible();
        ocr(byOcr, digits);
        var found = new ArrayList<>(rows.page(byOcr, page));
        if (digits.length() <= LONGEST_NUMBER) {
            var byNumber = visible();
            number(byNumber, Long.parseLong(digits));
            rows.page(byNumber, page).stream()
                    .filter(row -> !found.contains(row))
                    .forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }

    /** The invoices of a member, the newest first. */
    public List<InvoiceRow> ofMember(UUID member, int most) {
        return rows
                .page(visible().and("i.member_id = ?", Optional.of(member)), new PageRequest(most, Optional.empty()))
                .stream()
                .limit(most)
                .toList();
    }

    /** The invoices of the member that the caller is, the newest first. */
    public List<InvoiceRow> ownPage(PageRequest page) {
        return caller.memberId()
                .map(member -> rows.page(Criteria.of("i").and("i.member_id = ?", Optional.of(member)), page))
                .orElse(List.of());
    }

    /** One invoice with all that belongs to it, if the caller may see it. */
    public Optional<InvoiceDetail> find(UUID id) {
        return rows.detail(visible().and("i.id = ?", Optional.of(id)));
    }

    /** One invoice of the member that the caller is. */
    public Optional<InvoiceDetail> findOwn(UUID id) {
        return caller.memberId()
                .flatMap(member -> rows.detail(Criteria.of("i")
                        .and("i.member_id = ?", Optional.of(member))
                        .and("i.id = ?", Optional.of(id))));
    }

    /** Where the next page begins. */
    static Cursor cursor(InvoiceRow row) {
        return new Cursor("", row.id());
    }

    private Criteria visible() {
        return Criteria.of("i").within("g.path", caller.pathsFor(Permission.INVOICE_READ));
    }

    private void overdue(Criteria criteria, boolean overdue) {
        var condition = "(i.kind = ? and s.status <= ? and i.due_on < ?)";
        criteria.and(
                overdue ? condition : "not coalesce(" + condition + ", false)",
                Codes.of(InvoiceKind.CLAIM),
                Codes.of(Settlement.Status.PARTLY_PAID),
                businessDate.today());
    }

    /** Through the sellers that have numbers, for the index begins with the seller. */
    private static void number(Criteria criteria, long number) {
        criteria.and(
                "i.seller_group_id in (select n.seller_group_id from number_series n where n.tenant_id = ?) "
                        + "and i.kind in (0, 1, 2) and i.number = ?",
                Tenancy.required(),
                number);
    }

    /** Through the references of the sellers' giro numbers; a claim that came of an offer has the offer's. */
    private static void ocr(Criteria criteria, String ocr) {
        var found = "select r.invoice_id from ocr_series o join ocr_reference r on r.tenant_id = o.tenant_id "
                + "and r.giro = o.giro where o.tenant_id = ? and r.ocr = ?";
        var bare = ocr.replaceAll("[\\s-]", "").replaceAll("^0+", "");
        criteria.and(
                "(i.id in (" + found + ") or i.offer_id in (" + found + "))",
                Tenancy.required(),
                bare,
                Tenancy.required(),
                bare);
    }

    private static void group(Criteria criteria, UUID group) {
        criteria.and(
                "g.path >= (select w.path from group_node w where w.tenant_id = i.tenant_id and w.id = ?) "
                        + "and g.path < (select rtrim(w.path, '/') || '0' from group_node w "
                        + "where w.tenant_id = i.tenant_id and w.id = ?)",
                group,
                group);
    }
}
