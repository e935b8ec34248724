package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.accounting.ExportPeriod;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;

/** What has left for the general ledger, what of a period has not, and the form that takes it out. */
@Named
@ViewScoped
@Screen(path = "/accounting/exports.xhtml", needs = Permission.LEDGER_READ)
public class AccountingExportsView implements Serializable {
    private static final int ROWS = 50;
    private static final Currency SEK = Currency.getInstance("SEK");

    @Inject
    transient FindAccountingExports find;

    @Inject
    transient MakeAccountingExport make;

    @Inject
    transient TryExport attempt;

    @Inject
    transient ExportFiles files;

    @Inject
    transient FindGroups groups;

    @Inject
    transient ShowTenant tenant;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String sellerGroupId = "";
    private String firstDay = "";
    private String lastDay = "";
    private transient @Nullable Page<ExportStore.Export> page;
    private transient @Nullable List<FindAccountingExports.Compared> accounts;

    @PostConstruct
    void load() {
        var today = tenant.today();
        firstDay = address.day("firstDay").orElse(today.withDayOfMonth(1)).toString();
        lastDay = address.day("lastDay").orElse(today).toString();
        sellerGroupId = address.id("sellerGroupId").map(UUID::toString).orElseGet(this::firstSeller);
    }

    private String firstSeller() {
        return getSellers().stream()
                .findFirst()
                .map(first -> first.id().value().toString())
                .orElse("");
    }

    private Page<ExportStore.Export> page() {
        var known = page;
        if (known == null) {
            var part = address.part(ROWS);
            known = Page.of(find.page(scope(Optional.empty()), part), part, row -> new Cursor("", row.id()));
            page = known;
        }
        return known;
    }

    private LedgerScope scope(Optional<UUID> seller) {
        return new LedgerScope(seller, Optional.empty(), desk.group().map(Desk.Chosen::path));
    }

    /** Takes out what of the days has not left before. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void make() {
        var making = (Runnable) () -> {
            var wanted = new MakeAccountingExport.Wanted(seller(), period(), SEK);
            make.make(wanted, attempt.tried(wanted));
            notices.done(texts.get("accounting.exports.done"));
        };
        notices.attempt(making, texts.get("accounting.exports.not"));
        page = null;
        accounts = null;
    }

    private UUID seller() {
        try {
            return UUID.fromString(sellerGroupId);
        } catch (IllegalArgumentException nothingChosen) {
            throw RuleViolation.at("/sellerGroupId", "not-found", Map.of());
        }
    }

    private ExportPeriod period() {
        return new ExportPeriod(day("/firstDay", firstDay), day("/lastDay", lastDay));
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw RuleViolation.at(pointer, "export-period", Map.of());
        }
    }

    /** The rows of this part of the list. */
    public List<ExportStore.Export> getRows() {
        return page().items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page().nextCursor().orElse("");
    }

    /** The formats that a file can be had in. */
    public List<ExportFiles.Format> getFormats() {
        return files.formats();
    }

    /** The accounts that moved in the chosen days, beside what of them has left; none where the days are none. */
    public List<FindAccountingExports.Compared> getAccounts() {
        var known = accounts;
        if (known == null) {
            known = compared();
            accounts = known;
        }
        return known;
    }

    private List<FindAccountingExports.Compared> compared() {
        try {
            return find.compare(new FindAccountingExports.Asked(scope(Optional.of(seller())), period(), SEK));
        } catch (RuleViolation nothingChosen) {
            return List.of();
        }
    }

    /** True when all that was booked in the chosen days has left. */
    public boolean isAgreeing() {
        return getAccounts().stream().allMatch(FindAccountingExports.Compared::agrees);
    }

    /** Whose books the user may take out. */
    public List<Group> getSellers() {
        return groups.payees(Permission.PAYMENT_WRITE);
    }

    /** True for those who may take anybody's out. */
    public boolean isMaking() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    public String getSellerGroupId() {
        return sellerGroupId;
    }

    /** The choice without a value comes as none. */
    public void setSellerGroupId(@Nullable String sellerGroupId) {
        this.sellerGroupId = Objects.requireNonNullElse(sellerGroupId, "");
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }
}
