package se.aviso.app.refund;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
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
import se.aviso.app.web.PageRequest;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.refund.RefundState;

/** The refunds: a second person approves them here, they are sent to the bank, and its answers are read. */
@Named
@ViewScoped
@Screen(path = "/refund/list.xhtml", needs = Permission.PAYMENT_READ)
public class RefundListView implements Serializable {
    private static final int ROWS = 50;
    private static final int FILES = 20;

    @Inject
    transient FindRefunds find;

    @Inject
    transient SettleRefunds settle;

    @Inject
    transient ExportRefunds export;

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

    private String state = "";
    private String limit = "";
    private String paidOn = "";
    private long seen;
    private transient @Nullable Page<FindRefunds.Shown> page;
    private transient @Nullable Part answer;

    /** A seller that has approved refunds. */
    public record Seller(UUID id, String name, int refunds) {}

    @PostConstruct
    void load() {
        state = address.text("state").orElse("");
        var set = find.limit();
        limit = set.rule().amount().toDecimal().replace('.', ',');
        seen = set.version();
        paidOn = tenant.today().toString();
    }

    private Page<FindRefunds.Shown> page() {
        var known = page;
        if (known == null) {
            var part = address.part(ROWS);
            var wanted = FindRefunds.Wanted.in(
                    states().stream().filter(each -> each.name().equals(state)).findFirst(),
                    desk.group().map(Desk.Chosen::id));
            known = Page.of(find.page(wanted, part), part, row -> new Cursor("", row.id()));
            page = known;
        }
        return known;
    }

    /** A second person approves. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void approve(UUID id) {
        act("refund.approve", () -> settle.approve(id));
    }

    /** Calls a refund off. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void cancel(UUID id) {
        act("refund.cancel", () -> settle.cancel(id, ""));
    }

    /** Notes that it was paid, on the day that is written. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void pay(UUID id) {
        act("refund.pay", () -> settle.pay(id, paidOn()));
    }

    private LocalDate paidOn() {
        try {
            return LocalDate.parse(paidOn.strip());
        } catch (DateTimeParseException wrong) {
            throw RuleViolation.at("/paidOn", "refund-paid-day", Map.of());
        }
    }

    /** Notes that it came back. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void fail(UUID id) {
        act("refund.fail", () -> settle.fail(id, ""));
    }

    /** Puts all that a seller has approved into a file for its bank. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void send(UUID seller) {
        act("refund.send", () -> export.export(new ExportRefunds.Wish(seller, Optional.empty(), Optional.empty())));
    }

    /** Withdraws a file that the bank never had. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void withdraw(UUID file) {
        act("refund.withdraw", () -> export.withdraw(file));
    }

    /** Sets what one person may pay back without a second. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void saveLimit() {
        act("refund.limit", () -> settle.limit(this::requireSeen, written()));
    }

    private Money written() {
        return WrittenAmount.sent(WrittenAmount.decimal(limit), Money.ore(0).currency(), "/limit");
    }

    private void requireSeen(long version) {
        if (version != seen) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
        seen++; // the next change is of what this one has written
    }

    /** Reads an answer of the bank, which says itself to which file it is. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public String read() {
        var part = answer;
        if (part == null || part.getSize() == 0 || part.getSize() > RefundExportsResource.LARGEST_ANSWER) {
            notices.failed(texts.get("refund.answer.none"), texts.get("refund.answer.not"), "");
            return "";
        }
        notices.attempt(() -> tell(export.answer(bytes(part))), texts.get("refund.answer.not"));
        return "/refund/list.xhtml?faces-redirect=true";
    }

    private void tell(ExportRefunds.Outcome outcome) {
        notices.done(texts.with("refund.answer.done", outcome.paid(), outcome.failed(), outcome.underWay()));
    }

    private static byte[] bytes(Part part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private void act(String words, Runnable work) {
        if (notices.attempt(work, texts.get(words + ".not"))) {
            notices.done(texts.get(words + ".done"));
        }
        page = null;
    }

    /** The rows of this part of the list. */
    public List<FindRefunds.Shown> getRows() {
        return page().items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page().nextCursor().orElse("");
    }

    /** The states to look through. */
    public List<RefundState> states() {
        return Arrays.asList(RefundState.values());
    }

    /** Sellers with approved refunds, which can be sent. */
    public List<Seller> getSendable() {
        var wanted = FindRefunds.Wanted.in(
                Optional.of(RefundState.APPROVED), desk.group().map(Desk.Chosen::id));
        var approved = find.page(wanted, new PageRequest(ROWS, Optional.empty()));
        return approved.stream()
                .map(row -> new Seller(row.sellerGroupId(), row.sellerName(), (int) approved.stream()
                        .filter(other -> other.sellerGroupId().equals(row.sellerGroupId()))
                        .count()))
                .distinct()
                .toList();
    }

    /** The newest files. */
    public List<RefundExportStore.Export> getExports() {
        return find.exports(new PageRequest(FILES, Optional.empty())).stream()
                .limit(FILES)
                .toList();
    }

    /** True for those who may move money. */
    public boolean isPaying() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    /** True for those who may set the limit. */
    public boolean isLimiting() {
        return caller.may(Permission.PAYMENT_WRITE, "/");
    }

    /** How a state looks. */
    public String tone(RefundState of) {
        return switch (of) {
            case PROPOSED -> "warn";
            case APPROVED, EXPORTED -> "info";
            case PAID -> "ok";
            case FAILED -> "bad";
            case CANCELLED -> "";
        };
    }

    /** Its icon. */
    public String icon(RefundState of) {
        return switch (of) {
            case PROPOSED -> "alert";
            case APPROVED -> "check";
            case EXPORTED -> "send";
            case PAID -> "okc";
            case FAILED -> "alert";
            case CANCELLED -> "off";
        };
    }

    /** What the account is of, as a key of the bundle. */
    public String kind(FindRefunds.Shown row) {
        return "refund.kind." + row.accountKind().name().toUpperCase(Locale.ROOT);
    }

    public String getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(String paidOn) {
        this.paidOn = paidOn;
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(String limit) {
        this.limit = limit;
    }

    public @Nullable Part getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable Part answer) {
        this.answer = answer;
    }
}
