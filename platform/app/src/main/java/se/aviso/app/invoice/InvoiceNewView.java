package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.Member;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.RuleViolation;

/** Writes an invoice to a member: lines, with what they come to beside; kept as a draft, or issued. */
@Named
@ViewScoped
@Screen(path = "/invoice/new.xhtml", needs = Permission.INVOICE_WRITE)
public class InvoiceNewView implements Serializable {
    private static final String HERE = "/invoice/new.xhtml?faces-redirect=true";
    private static final String DRAFTS = "/invoice/drafts.xhtml?faces-redirect=true";

    @Inject
    transient WriteInvoice write;

    @Inject
    transient PriceSketches prices;

    @Inject
    transient FindBillable billable;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Show show;

    private final SketchPage page = new SketchPage();
    private @Nullable UUID draft;
    private @Nullable UUID issued;
    private long version;
    private boolean pictured;
    private String name = "";
    private long number;

    @PostConstruct
    void load() {
        var kept = address.id("draft");
        if (kept.isPresent()) {
            kept.flatMap(id -> prices.around(id, () -> write.find(id))).ifPresentOrElse(this::open, Absent::answer);
        } else {
            address.id("member").ifPresent(this::choose);
        }
    }

    private void open(SketchDesk.Priced priced) {
        var sketch = priced.sketch();
        draft = sketch.id();
        version = sketch.version();
        choose(sketch.member().value());
        page.open(sketch);
    }

    /** Writes to this member; a page that names one who cannot be billed here is not there. */
    private void choose(UUID member) {
        var found =
                billable.find(member).filter(any -> !billable.billers(member).isEmpty());
        if (found.isEmpty()) {
            Absent.answer();
            return;
        }
        name = found.get().name().full();
        number = found.get().number();
        page.member(member, billable.billers(member));
    }

    /** Keeps the draft, and goes on with it. */
    public @Nullable String save() {
        var kept = notices.attempt(this::keep, texts.get("invoice.new.notKept"));
        if (!kept) {
            return null;
        }
        notices.done(texts.get("invoice.new.kept"), texts.get("invoice.new.keptNow"));
        return HERE + "&draft=" + draft;
    }

    private void keep() {
        var known = draft;
        var wanted = wanted();
        var priced = prices.around(
                wanted, () -> known == null ? write.save(wanted) : write.change(known, this::requireSame, wanted));
        draft = priced.sketch().id();
        version = priced.sketch().version();
    }

    /** Issues, once however often it is sent, and shows the invoice; stays where something is wrong. */
    public @Nullable String issue() {
        if (issued == null) {
            notices.attempt(this::issueOnce, texts.get("invoice.new.notIssued"));
        }
        return issued == null ? null : "/invoice/detail.xhtml?faces-redirect=true&id=" + issued;
    }

    private void issueOnce() {
        var known = draft;
        var to = getPreview().payer().orElse(name);
        var wanted = wanted();
        issued = prices.around(
                wanted, () -> known == null ? write.issue(wanted) : write.issue(known, this::requireSame, wanted));
        notices.done(texts.with("invoice.new.issued", to), texts.get("invoice.new.issuedNow"));
    }

    /** Throws the draft away. */
    public @Nullable String drop() {
        var known = draft;
        if (known == null) {
            return null;
        }
        var dropped = notices.attempt(() -> write.drop(known, this::requireSame), texts.get("invoice.new.notDropped"));
        if (dropped) {
            notices.done(texts.get("invoice.new.dropped"));
        }
        return dropped ? DRAFTS : null;
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    /** Shows the paper too, from now on. */
    public void picture() {
        pictured = true;
    }

    /** True when the paper is to be shown. */
    public boolean isPictured() {
        return pictured && getPreview().problems().isEmpty();
    }

    /** The invoice as it is written now, in the form of the API. */
    public OneOffBodies.NewInvoice wanted() {
        return page.wanted(); // asked for only where a member is chosen
    }

    /** What it comes to, and what is wrong with it. */
    public SketchPage.Preview getPreview() {
        return page.preview(wanted -> prices.around(wanted, () -> write.preview(wanted)));
    }

    /** The button's words: what is issued, and for how much. */
    public String getIssueWord() {
        return texts.with("invoice.new.issue", show.amount(getPreview().total()));
    }

    /** The first few members that the words of a text lead to. */
    public List<Member> getFound() {
        var said = page.text("who");
        return said.isEmpty() ? List.of() : billable.named(said);
    }

    /** What is written, line by line. */
    public SketchPage getPage() {
        return page;
    }

    /** What the page offers to choose from. */
    public FindBillable getOffered() {
        return billable;
    }

    /** The name of the member that is billed; empty while none is chosen. */
    public String getName() {
        return name;
    }

    /** The number of the member that is billed. */
    public long getNumber() {
        return number;
    }

    /** The draft; null while it is not kept. */
    public @Nullable UUID getDraft() {
        return draft;
    }

    /** The day on which it would fall due, where nothing is said. */
    public Optional<LocalDate> getDueOn() {
        return Optional.of(getPreview().dueOn());
    }
}
