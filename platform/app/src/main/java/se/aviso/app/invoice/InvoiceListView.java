package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.savedsearch.FindSavedSearches;
import se.aviso.app.savedsearch.SavedSearch;
import se.aviso.app.savedsearch.SearchedList;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** The list of invoices; what is looked for stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/invoice/list.xhtml", needs = Permission.INVOICE_READ)
public class InvoiceListView {
    private static final int ROWS = 50;
    private static final int MOST_SAVED = 12;

    @Inject
    ListInvoices find;

    @Inject
    InvoiceChips chips;

    @Inject
    InvoiceLook look;

    @Inject
    Texts texts;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Show show;

    @Inject
    Caller caller;

    @Inject
    FindSavedSearches saved;

    private InvoiceSort sort = InvoiceSort.NEWEST;

    private Page<InvoiceListed> page = new Page<>(List.of(), Optional.empty());
    private ListInvoices.@Nullable Listing listing;
    private InvoiceChips.@Nullable Excluding excluding;

    /** A usual selection: a plain link. */
    public record View(String word, String query, long count) {}

    @PostConstruct
    void load() {
        sort = InvoiceSort.of(address.criteria());
        var part = sort.fitting(address.part(ROWS));
        var found = find.list(InvoiceFilter.of(address.criteria()), sort, group(), part);
        listing = found;
        page = Page.of(found.rows(), part, listed -> sort.cursor(listed.row()));
        excluding = page.items().isEmpty() ? excludingMost() : null;
    }

    /** The address of this list in the order of a column; the other way round where it is in that order already. */
    public String sorted(String column) {
        return address.with("sort", (sort.word().equals(column) ? "-" : "") + column);
    }

    /** {@code up} or {@code down} where the list is in the order of the column, else nothing. */
    public String direction(String column) {
        return sort.by().word().equals(column) ? sort.descending() ? "down" : "up" : "";
    }

    /** What the whole selection amounts to, in words; of very many only that they are. */
    public String getSummary() {
        var sums = listing().sums();
        return sums.count() > InvoiceRows.SUMMED
                ? texts.with("invoice.summaryMany", InvoiceRows.SUMMED)
                : texts.with("invoice.summary", sums.count(), show.amount(sums.total()), show.amount(sums.open()));
    }

    /** How many a view has; of many only that they are. */
    public String many(View view) {
        return show.number(view.count()) + (view.count() < ListInvoices.COUNTED ? "" : "+");
    }

    /** True when the user may take the selection out as a file. */
    public boolean isExporting() {
        return caller.may(Permission.INVOICE_EXPORT);
    }

    /** The searches that the user has at hand. */
    public List<SavedSearch> getSaved() {
        return saved.all(Optional.of(SearchedList.INVOICES)).stream()
                .limit(MOST_SAVED)
                .toList();
    }

    /** The address of a search that is kept. */
    public String page(SavedSearch search) {
        return address.bare() + (search.query().isEmpty() ? "" : "?" + search.query());
    }

    /** The mark of the search that is looked at. */
    public @Nullable String currentSearch(SavedSearch search) {
        return search.query().equals(address.query()) ? "page" : null;
    }

    /** The parameter by which the form that keeps a search gets this one. */
    public String getSavedAs() {
        return "query=" + URLEncoder.encode(address.query(), StandardCharsets.UTF_8);
    }

    /** The rows of this part of the list. */
    public List<InvoiceListed> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The usual selections, with how many each has. */
    public List<View> getViews() {
        var tally = listing().tally();
        return List.of(
                new View("all", "", tally.all()),
                new View("unpaid", "settlement=OPEN,PARTLY_PAID", tally.unpaid()),
                new View("overdue", "overdue=true", tally.overdue()),
                new View("offers", "kind=OFFER", tally.offers()),
                new View("settled", "settlement=SETTLED,OVERPAID", tally.settled()));
    }

    /** The mark of the view that is looked at; the attribute is left out of the others. */
    public @Nullable String current(View view) {
        var said = chips.inForce().stream()
                .map(chip -> chip.name() + "=" + address.text(chip.name()).orElse(""))
                .toList();
        return said.equals(view.query().isEmpty() ? List.of() : List.of(view.query())) ? "page" : null;
    }

    /** The conditions in force. */
    public List<InvoiceChips.Chip> getChips() {
        return chips.inForce();
    }

    /** Of an empty list: the condition without which there would be most; null when none alone helps. */
    public InvoiceChips.@Nullable Excluding getExcluding() {
        return excluding;
    }

    /** Of an empty list: why it is empty. */
    public String getEmptyText() {
        var most = excluding;
        if (most != null) {
            return texts.with(
                    "invoice.excluding", most.chip().label(), most.chip().value(), most.count());
        }
        return texts.get(getChips().isEmpty() ? "invoice.none" : "invoice.noneTogether");
    }

    private InvoiceChips.@Nullable Excluding excludingMost() {
        var inForce = chips.inForce();
        var without = inForce.stream()
                .map(chip -> InvoiceFilter.of(QueryParams.forgiving(
                        name -> name.equals(chip.name()) ? Optional.empty() : address.text(name))))
                .toList();
        var counts = find.counts(without, group());
        return IntStream.range(0, inForce.size())
                .mapToObj(at -> new InvoiceChips.Excluding(inForce.get(at), counts.get(at)))
                .filter(each -> each.count() > 0)
                .max(Comparator.comparingLong(InvoiceChips.Excluding::count))
                .orElse(null);
    }

    /** Where a row stands today. */
    public InvoiceLook.Mark state(InvoiceListed listed) {
        return look.state(listed.row(), listing().today());
    }

    /** How what was last sent of a row has fared. */
    public InvoiceLook.Mark delivery(InvoiceListed listed) {
        var last = listed.delivery().orElseThrow();
        var mark = look.delivery(last.channel(), last.state());
        return mark.tone().equals("ok") ? new InvoiceLook.Mark("", mark.icon(), look.channel(last.channel())) : mark;
    }

    private Optional<String> group() {
        return desk.group().map(Desk.Chosen::path);
    }

    private ListInvoices.Listing listing() {
        var found = listing;
        if (found == null) {
            throw new IllegalStateException("not loaded");
        }
        return found;
    }
}
