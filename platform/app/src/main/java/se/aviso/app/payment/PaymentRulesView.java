package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.PayerRule;
import se.aviso.payment.Tolerance;

/**
 * What happens by itself to payments that are not exact: the tolerance, fees that are left, and the rules of payers.
 */
@Named
@ViewScoped
@Screen(path = "/payment/rules.xhtml", needs = Permission.PAYMENT_READ)
public class PaymentRulesView implements Serializable {
    private static final int ROWS = 50;

    @Inject
    transient ChangePaymentSettings settings;

    @Inject
    transient FindPaymentRules find;

    @Inject
    transient KeepPaymentRules keep;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String tolerance = "";
    private boolean chargesWrittenOff;
    private long seen;
    private transient @Nullable Page<FindPaymentRules.Shown> page;

    @PostConstruct
    void load() {
        var set = settings.settings();
        tolerance = set.tolerance().most().toDecimal().replace('.', ',');
        chargesWrittenOff = set.chargesWrittenOff();
        seen = set.version();
    }

    /** Sets what is done with payments that are not exact. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void save() {
        if (notices.attempt(
                () -> settings.change(this::requireSeen, written(), chargesWrittenOff),
                texts.get("payment.rules.notSaved"))) {
            notices.done(texts.get("payment.rules.saved"));
        }
    }

    private Tolerance written() {
        return new Tolerance(
                WrittenAmount.sent(WrittenAmount.decimal(tolerance), Tolerance.HIGHEST.currency(), "/tolerance"));
    }

    private void requireSeen(long version) {
        if (version != seen) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
        seen++; // the next change is of what this one has written
    }

    /** A rule acts no more, until it is resumed. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void pause(UUID rule) {
        act("pause", () -> keep.pause(rule));
    }

    /** It acts again, also on what waits. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void resume(UUID rule) {
        act("resume", () -> keep.resume(rule));
    }

    /** It never acts again. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void end(UUID rule) {
        act("end", () -> keep.end(rule));
    }

    /** All rules act on what waits. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void apply() {
        notices.attempt(
                () -> notices.done(texts.with("payment.rules.applied", keep.apply())),
                texts.get("payment.rules.notDone"));
        page = null;
    }

    private void act(String words, Runnable work) {
        if (notices.attempt(work, texts.get("payment.rules.notDone"))) {
            notices.done(texts.get("payment.rules." + words + ".done"));
        }
        page = null;
    }

    private Page<FindPaymentRules.Shown> page() {
        var known = page;
        if (known == null) {
            var part = address.part(ROWS);
            known = Page.of(find.page(part), part, row -> new Cursor("", row.id()));
            page = known;
        }
        return known;
    }

    /** The rules, the newest first. */
    public List<FindPaymentRules.Shown> getRows() {
        return page().items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page().nextCursor().orElse("");
    }

    /** True for those who may move money. */
    public boolean isWriting() {
        return caller.may(Permission.PAYMENT_WRITE);
    }

    /** True for those who decide for the whole tenant. */
    public boolean isSetting() {
        return caller.may(Permission.PAYMENT_WRITE, "/");
    }

    /** How a state looks. */
    public String tone(PayerRule.RuleState state) {
        return switch (state) {
            case ACTIVE -> "ok";
            case PAUSED -> "warn";
            case ENDED -> "";
        };
    }

    /** Its icon. */
    public String icon(PayerRule.RuleState state) {
        return switch (state) {
            case ACTIVE -> "okc";
            case PAUSED -> "pause";
            case ENDED -> "off";
        };
    }

    /** The most that a tolerance may be. */
    public String getHighest() {
        return Tolerance.HIGHEST.toDecimal().replace('.', ',');
    }

    public String getTolerance() {
        return tolerance;
    }

    public void setTolerance(String tolerance) {
        this.tolerance = tolerance;
    }

    public boolean isChargesWrittenOff() {
        return chargesWrittenOff;
    }

    public void setChargesWrittenOff(boolean chargesWrittenOff) {
        this.chargesWrittenOff = chargesWrittenOff;
    }
}
