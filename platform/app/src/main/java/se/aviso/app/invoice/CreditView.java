package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.ProblemTexts;
import se.aviso.app.web.WrittenAmount;
import se.aviso.invoice.Creditable;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.PeriodState;

/** Credits an invoice, or takes an offer back: what it comes to is shown as it is written, before anything is done. */
@Named
@ViewScoped
@Screen(path = "/invoice/credit.xhtml", needs = Permission.INVOICE_WRITE)
public class CreditView implements Serializable {
    @Inject
    transient CreditInvoice credit;

    @Inject
    transient WithdrawOffer withdraw;

    @Inject
    transient Idempotency idempotency;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Desk desk;

    @Inject
    Texts texts;

    @Inject
    Show show;

    private final String key = UUID.randomUUID().toString();
    private final Map<Integer, @Nullable String> amounts = new HashMap<>();
    private @Nullable UUID id;
    private String number = "";
    private boolean offer;
    private boolean parts;
    private String reason = "";
    private boolean done;
    private transient @Nullable Foreseen foreseen;

    @PostConstruct
    void load() {
        parts = address.has("parts", true);
        address.id("id").flatMap(credit::invoice).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(InvoiceRow row) {
        id = row.id();
        number = row.number();
        offer = row.kind() == InvoiceKind.OFFER;
    }

    /** What it comes to, or why it cannot be done. */
    public record Foreseen(Optional<CreditPreview> preview, String refusal) {}

    /** What it comes to as it stands now; empty while nothing is written. */
    public Foreseen getForeseen() {
        var known = foreseen;
        if (known == null) {
            known = foresee();
            foreseen = known;
        }
        return known;
    }

    private Foreseen foresee() {
        if (parts && wished().isEmpty()) {
            return new Foreseen(Optional.empty(), texts.get("credit.chooseSome"));
        }
        try {
            return new Foreseen(Optional.of(credit.preview(Objects.requireNonNull(id), wishes())), "");
        } catch (RuleViolation refused) {
            var fault = refused.faults().get(0);
            return new Foreseen(
                    Optional.empty(), ProblemTexts.in(desk.getLocale()).detail(fault.code(), fault.facts()));
        }
    }

    /** What was written has changed. */
    public void changed() {
        foreseen = null;
    }

    /** The lines with what can be credited of each. */
    public List<Creditable.Rest> getRests() {
        var invoice = id;
        return invoice == null || offer ? List.of() : credit.rests(invoice);
    }

    /** Credits, once however often it is sent, and shows the credit note; stays where something is wrong. */
    public @Nullable String credit() {
        foreseen = null;
        var note = new ArrayList<UUID>();
        var invoice = Objects.requireNonNull(id);
        var written = List.of(wished(), reason);
        var ok = notices.attempt(
                () -> idempotency.once(key, "screen /invoice/credit " + invoice, written, () -> {
                    note.add(credit.credit(invoice, wishes(), Optional.of(reason)));
                    return Answer.ok("");
                }),
                texts.get("credit.not"));
        if (ok && !done) {
            done = true;
            notices.done(texts.with("credit.done", number), texts.get("credit.doneNow"));
        }
        return ok
                ? "/invoice/detail.xhtml?faces-redirect=true&id="
                        + note.stream().findFirst().orElse(invoice)
                : null;
    }

    /** Takes the offer back, and shows it: nobody owes it, so there is nothing to credit. */
    public @Nullable String withdraw() {
        var document = Objects.requireNonNull(id);
        if (!notices.attempt(
                () -> withdraw.withdraw(document, Optional.of(reason)), texts.get("credit.withdraw.not"))) {
            return null;
        }
        notices.done(texts.with("credit.withdraw.done", number));
        return "/invoice/detail.xhtml?faces-redirect=true&id=" + document;
    }

    private Optional<List<CreditInvoice.Part>> wishes() {
        return parts ? Optional.of(wished()) : Optional.empty();
    }

    private List<CreditInvoice.Part> wished() {
        var wished = new ArrayList<CreditInvoice.Part>();
        amounts.forEach((line, amount) -> {
            if (amount != null && !amount.isBlank()) {
                wished.add(new CreditInvoice.Part(line, Optional.of(WrittenAmount.decimal(amount)), Optional.empty()));
            }
        });
        return wished;
    }

    /** What becomes of a period, in words. */
    public String said(CreditPreview.OfPeriod period) {
        var days = period.days()
                .map(range ->
                        texts.with("credit.days", show.shortDay(range.firstDay()), show.shortDay(range.lastDay())))
                .orElse("");
        return texts.with("credit.period." + fate(period), days);
    }

    private static String fate(CreditPreview.OfPeriod period) {
        if (period.before() == period.after()) {
            return period.before() == PeriodState.LAPSED ? "lapsed" : "over";
        }
        return period.after() == PeriodState.CANCELLED ? "withdrawn" : "paid";
    }

    /** The words on the button: with the sum, where there is one. */
    public String getLabel() {
        return getForeseen()
                .preview()
                .map(preview ->
                        texts.with("credit.do", show.amount(preview.draft().total())))
                .orElseGet(() -> texts.get("credit.doNothing"));
    }

    /** True when there is something to credit. */
    public boolean isPossible() {
        return getForeseen().preview().isPresent();
    }

    /** What is left to pay after it. */
    public Money open(CreditPreview preview) {
        return preview.after().open();
    }

    /** The invoice; null where there is none. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    /** True of an offer, which is withdrawn instead. */
    public boolean isOffer() {
        return offer;
    }

    /** True when parts are credited, and not all that is left. */
    public boolean isParts() {
        return parts;
    }

    /** What is written for each line. */
    public Map<Integer, @Nullable String> getAmounts() {
        return amounts;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String written) {
        reason = written;
    }
}
