package se.aviso.app.refund;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.credit.FindCreditBalances;
import se.aviso.app.member.FindMembers;
import se.aviso.app.payment.ListPayments;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.Money;
import se.aviso.refund.PayeeAccount;

/** The form by which money is paid back: what waits of a payment, or what is kept for a member. */
@Named
@ViewScoped
@Screen(path = "/refund/new.xhtml", needs = Permission.PAYMENT_WRITE)
public class RefundNewView implements Serializable {
    @Inject
    transient ProposeRefund propose;

    @Inject
    transient FindRefunds find;

    @Inject
    transient ListPayments payments;

    @Inject
    transient FindCreditBalances balances;

    @Inject
    transient FindMembers members;

    @Inject
    transient Idempotency idempotency;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final String key = UUID.randomUUID().toString();
    private @Nullable UUID payment;
    private @Nullable UUID member;
    private @Nullable UUID seller;
    private String sellerName = "";
    private Money most = Money.ore(0);
    private String amount = "";
    private @Nullable String kind = PayeeAccount.Kind.ACCOUNT.name();
    private String account = "";
    private String payee = "";
    private String note = "";

    @PostConstruct
    void load() {
        var waits = address.id("payment").flatMap(payments::find);
        waits.ifPresentOrElse(this::begin, this::ofBalance);
        amount = most.isPositive() ? most.toDecimal().replace('.', ',') : "";
    }

    private void begin(ListPayments.Listed waiting) {
        payment = waiting.id();
        sellerName = waiting.sellerName();
        most = waiting.waits();
        payee = waiting.payer().name();
        PayeeAccount.named(waiting.payer().account()).ifPresent(named -> {
            kind = named.kind().name();
            account = named.shown();
        });
    }

    private void ofBalance() {
        var kept = address.id("member").stream()
                .flatMap(of -> balances.of(of).stream())
                .filter(balance -> address.id("seller")
                        .filter(balance.sellerGroupId()::equals)
                        .isPresent())
                .findFirst();
        kept.ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(FindCreditBalances.Balance balance) {
        member = balance.memberId();
        seller = balance.sellerGroupId();
        sellerName = balance.sellerName();
        most = balance.money();
        payee = members.find(balance.memberId(), Permission.PAYMENT_WRITE)
                .map(found -> found.member().name().full())
                .orElse("");
    }

    /** Sets the money aside, once however often it is sent, and goes where refunds are decided. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public @Nullable String propose() {
        var written = List.of(amount, Optional.ofNullable(kind).orElse(""), account, payee, note);
        var done = notices.attempt(
                () -> idempotency.once(key, "screen /refund/new", written, () -> {
                    begin(wish());
                    return Answer.ok("");
                }),
                texts.get("refund.not"));
        if (!done) {
            return null;
        }
        notices.done(texts.get("refund.done"));
        return "/refund/list.xhtml?faces-redirect=true";
    }

    private void begin(ProposeRefund.Wish wish) {
        var of = payment;
        var whose = member;
        var whom = seller;
        if (of != null) {
            propose.ofPayment(of, wish);
        } else if (whose != null && whom != null) {
            propose.ofBalance(whose, whom, most.currency().getCurrencyCode(), wish);
        }
    }

    private ProposeRefund.Wish wish() {
        var chosen = PayeeAccount.Kind.valueOf(Optional.ofNullable(kind).orElse(PayeeAccount.Kind.ACCOUNT.name()));
        return new ProposeRefund.Wish(
                Optional.of(WrittenAmount.decimal(amount)), chosen, account, payee, Optional.of(note));
    }

    /** True when there is something that can be paid back. */
    public boolean isThere() {
        return payment != null || member != null;
    }

    /** The payment; null where it comes of a credit balance. */
    public @Nullable UUID getPayment() {
        return payment;
    }

    /** The member whose credit balance it is; null where it comes of a payment. */
    public @Nullable UUID getMemberId() {
        return member;
    }

    public String getSellerName() {
        return sellerName;
    }

    /** What waits, or is kept. */
    public Money getMost() {
        return most;
    }

    /** What one person may pay back without a second. */
    public Money getLimit() {
        return find.limitInForce();
    }

    /** The kinds of accounts, bank accounts first. */
    public List<PayeeAccount.Kind> getKinds() {
        return List.of(
                PayeeAccount.Kind.ACCOUNT,
                PayeeAccount.Kind.BANKGIRO,
                PayeeAccount.Kind.PLUSGIRO,
                PayeeAccount.Kind.IBAN);
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getPayee() {
        return payee;
    }

    public void setPayee(String payee) {
        this.payee = payee;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
