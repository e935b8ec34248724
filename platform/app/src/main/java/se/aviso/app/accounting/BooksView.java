package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;

/** Books are closed here, and the last closed period is opened again. */
@Named
@ViewScoped
@Screen(path = "/accounting/books.xhtml", needs = Permission.LEDGER_READ)
public class BooksView implements Serializable {
    private static final int ROWS = 50;

    @Inject
    transient FindClosings find;

    @Inject
    transient CloseBooks close;

    @Inject
    transient FindGroups groups;

    @Inject
    transient ShowTenant tenant;

    @Inject
    transient Caller caller;

    @Inject
    transient Show show;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String sellerGroupId = "";
    private String closedTo = "";
    private String period = "";
    private String reason = "";
    private transient @Nullable Page<ClosingStore.Closing> page;

    @PostConstruct
    void load() {
        closedTo = tenant.today().withDayOfMonth(1).minusDays(1).toString();
        getSellers().stream()
                .findFirst()
                .ifPresent(first -> sellerGroupId = first.id().value().toString());
    }

    private Page<ClosingStore.Closing> page() {
        var known = page;
        if (known == null) {
            var part = address.part(ROWS);
            var scope = new LedgerScope(
                    Optional.empty(), Optional.empty(), desk.group().map(Desk.Chosen::path));
            known = Page.of(find.page(scope, part), part, row -> new Cursor("", row.id()));
            page = known;
        }
        return known;
    }

    /** Closes the chosen seller's books. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void close() {
        var closes = (Runnable) () -> {
            var day = day();
            close.close(id("/sellerGroupId", sellerGroupId), day);
            notices.done(texts.with("accounting.books.done", show.day(day)));
        };
        notices.attempt(closes, texts.get("accounting.books.not"));
        page = null;
    }

    /** Opens the chosen period again. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void reopen() {
        if (notices.attempt(
                () -> close.reopen(id("/period", period), reason), texts.get("accounting.books.reopen.not"))) {
            notices.done(texts.get("accounting.books.reopen.done"));
            reason = "";
        }
        page = null;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(closedTo.strip());
        } catch (DateTimeException unreadable) {
            throw RuleViolation.at("/closedTo", "books-close-day", Map.of());
        }
    }

    private static UUID id(String pointer, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException nothingChosen) {
            throw RuleViolation.at(pointer, "not-found", Map.of());
        }
    }

    /** The rows of this part of the list. */
    public List<ClosingStore.Closing> getRows() {
        return page().items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page().nextCursor().orElse("");
    }

    /** Those that can be opened again. */
    public List<ClosingStore.Closing> getStanding() {
        return getRows().stream().filter(row -> row.reopenedAt().isEmpty()).toList();
    }

    /** Whose books the user may close. */
    public List<Group> getSellers() {
        return groups.payees(Permission.PAYMENT_WRITE);
    }

    /** True for those who may close anybody's. */
    public boolean isClosing() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    public String getSellerGroupId() {
        return sellerGroupId;
    }

    /** The choice without a value comes as none. */
    public void setSellerGroupId(@Nullable String sellerGroupId) {
        this.sellerGroupId = Objects.requireNonNullElse(sellerGroupId, "");
    }

    public String getClosedTo() {
        return closedTo;
    }

    public void setClosedTo(String closedTo) {
        this.closedTo = closedTo;
    }

    public String getPeriod() {
        return period;
    }

    /** The choice without a value comes as none. */
    public void setPeriod(@Nullable String period) {
        this.period = Objects.requireNonNullElse(period, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
