package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.GroupId;

/** Shows a caller the invoices of their subtrees, or a member their own. */
@ApplicationScoped
@Transactional
public class FindInvoices {
    private static final int LONGEST_NUMBER = 12;

    /** So much of what is owed is shown at once. */
    private static final int SHOWN = 50;

    private static final int COUNTED = 10_000;

    @Inject
    InvoiceRows rows;

    @Inject
    NarrowInvoices narrow;

    @Inject
    GroupStore groups;

    @Inject
    Caller caller;

    /**
     * What somebody owes.
     *
     * @param shown the most urgent of it
     * @param all how much there is; counted no further than ten thousand
     */
    public record Owed(List<InvoiceListed> shown, long all) {
        /** Keeps a copy of the list. */
        public Owed {
            shown = List.copyOf(shown);
        }

        /** How much there is beside what is shown. */
        public long more() {
            return all - shown.size();
        }
    }

    /** The invoices that all of it holds for, in that order. */
    List<InvoiceRow> page(InvoiceFilter wanted, InvoiceSort sort, PageRequest page) {
        var criteria = narrow.by(wanted, caller.pathsFor(Permission.INVOICE_READ), Optional.empty());
        return rows.page(criteria, sort, page).stream().map(InvoiceListed::row).toList();
    }

    /** The invoices that have these digits as their number or reference, the newest first. */
    public List<InvoiceRow> withDigits(String digits, int most) {
        var page = new PageRequest(most, Optional.empty());
        var found = new ArrayList<>(rows(InvoiceCriteria.ocr(visible(), digits), page));
        if (digits.length() <= LONGEST_NUMBER) {
            rows(InvoiceCriteria.number(visible(), Long.parseLong(digits)), page).stream()
                    .filter(row -> !found.contains(row))
                    .forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }

    /** The invoices of a member, and those by which somebody else pays for the member, the newest first. */
    public List<InvoiceRow> ofMember(UUID member, int most) {
        return rows(InvoiceCriteria.concerning(visible(), member), new PageRequest(most, Optional.empty())).stream()
                .limit(most)
                .toList();
    }

    /** The invoices of the members that the caller is, the newest first. */
    public List<InvoiceRow> ownPage(PageRequest page) {
        return rows(own(), page);
    }

    /** What the members that the caller is have still to pay, the most urgent first, however much came after it. */
    public Owed owed() {
        var found =
                rows.page(InvoiceCriteria.owed(own()), InvoiceSort.URGENT, new PageRequest(SHOWN, Optional.empty()));
        var shown = found.stream().limit(SHOWN).toList();
        var all = found.size() > SHOWN
                ? rows.counts(List.of(InvoiceCriteria.owed(own())), COUNTED).get(0)
                : (long) shown.size();
        return new Owed(shown, all);
    }

    /** All else that was sent to the members that the caller is, the newest first, each with the member's name. */
    public Page<InvoiceListed> ownPast(PageRequest page) {
        var part = InvoiceSort.NEWEST.fitting(page);
        var found = rows.page(InvoiceCriteria.notOwed(own()), InvoiceSort.NEWEST, part);
        return Page.of(found, part, listed -> cursor(listed.row()));
    }

    /** The highest level at which anybody was reminded; 0 where nobody was. */
    long highestLevel() {
        return rows.highestLevel();
    }

    /** One invoice with all that belongs to it, if the caller may see it. */
    public Optional<InvoiceDetail> find(UUID id) {
        return rows.detail(visible().and("i.id = ?", Optional.of(id)));
    }

    /** One invoice that the caller may change something of. */
    public Optional<InvoiceRow> writable(UUID id) {
        return rows.detail(Criteria.of("i")
                        .within("g.path", caller.pathsFor(Permission.INVOICE_WRITE))
                        .and("i.id = ?", Optional.of(id)))
                .map(InvoiceDetail::invoice);
    }

    /** True when the caller works for its seller: it stands in the seller's series and books. */
    public boolean isSoldByCaller(InvoiceRow row) {
        return groups.find(new GroupId(row.sellerGroupId()))
                .filter(group ->
                        caller.may(Permission.INVOICE_WRITE, group.place().path()))
                .isPresent();
    }

    /** One invoice of the members that the caller is. */
    public Optional<InvoiceDetail> findOwn(UUID id) {
        return rows.detail(own().and("i.id = ?", Optional.of(id)));
    }

    /** Where the next page begins. */
    static Cursor cursor(InvoiceRow row) {
        return InvoiceSort.NEWEST.cursor(row);
    }

    private Criteria own() {
        return Criteria.of("i").and("i.member_id = any(?)", Sql.uuids(caller.memberIds()));
    }

    private Criteria visible() {
        return InvoiceCriteria.visible(caller.pathsFor(Permission.INVOICE_READ), Optional.empty());
    }

    private List<InvoiceRow> rows(Criteria criteria, PageRequest page) {
        return rows.page(criteria, InvoiceSort.NEWEST, page).stream()
                .map(InvoiceListed::row)
                .toList();
    }
}
