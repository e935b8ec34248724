package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.WrittenAmount;

/** A deduction of the bank is tied to the payment that it takes back, or untied. */
@Named
@ViewScoped
@Screen(path = "/payment/chargeback.xhtml", needs = Permission.PAYMENT_WRITE)
public class ChargeBackView implements Serializable {
    @Inject
    transient ListPayments list;

    @Inject
    transient ChargeBackPayment chargeBack;

    @Inject
    transient PaymentWords words;

    @Inject
    transient Idempotency idempotency;

    @Inject
    transient Show show;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String key = UUID.randomUUID().toString();
    private String amount = "";
    private String wanted = "";

    @PostConstruct
    void load() {
        wanted = address.text("q").map(String::strip).orElse("");
        address.id("payment")
                .flatMap(list::find)
                .filter(row -> row.amount().isNegative())
                .ifPresentOrElse(row -> id = row.id(), Absent::answer);
    }

    /** Ties it to a payment, once however often it is sent. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void take(UUID payment) {
        var deduction = id();
        var some = Optional.of(amount.strip()).filter(text -> !text.isEmpty()).map(WrittenAmount::decimal);
        var done = notices.attempt(
                () -> idempotency.once(
                        key, "screen /payment/chargeback " + deduction, List.of(payment.toString(), amount), () -> {
                            chargeBack.chargeBack(deduction, new ChargeBackPayment.Wish(payment, some));
                            return Answer.ok("");
                        }),
                texts.get("payment.back.not"));
        if (done) {
            key = UUID.randomUUID().toString();
            amount = "";
            notices.done(texts.get("payment.back.done"), texts.get("payment.back.doneNow"));
        }
    }

    /** Unties it. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void undo(UUID known) {
        if (notices.attempt(() -> chargeBack.undo(id(), known), texts.get("payment.back.notUndone"))) {
            notices.done(texts.get("payment.back.undone"), texts.get("payment.back.undoneNow"));
        }
    }

    private UUID id() {
        return Objects.requireNonNull(id);
    }

    /** The deduction; null for one that is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The deduction as it is now. */
    public ListPayments.Listed getDeduction() {
        return list.find(id()).orElseThrow();
    }

    /** What waits of it, as an amount above nothing. */
    public String getWaits() {
        return show.amount(getDeduction().waits().negated());
    }

    /** True while something of it waits. */
    public boolean isWaiting() {
        return getDeduction().waits().isNegative();
    }

    /** The payments that it may be of. */
    public List<ChargeBackStore.Candidate> getCandidates() {
        return chargeBack.candidates(id(), Optional.of(wanted).filter(text -> !text.isEmpty()));
    }

    /** Who paid; a giro payment with a reference comes without a name. */
    public String payer(ChargeBackStore.Candidate candidate) {
        return list.find(candidate.id()).map(words::payer).orElse(candidate.payer());
    }

    /** What it is tied to. */
    public List<ChargeBackStore.Known> getTied() {
        return chargeBack.of(id()).stream().filter(each -> !each.over()).toList();
    }

    /** A payment that it is tied to, in words. */
    public String payment(ChargeBackStore.Known known) {
        return list.find(known.payment())
                .map(row -> texts.with(
                        "payment.back.of", words.payer(row), show.amount(row.amount()), show.day(row.bookedOn())))
                .orElse("");
    }

    /** What was looked for. */
    public String getWanted() {
        return wanted;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = Objects.requireNonNullElse(amount, "");
    }
}
