package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
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
import se.aviso.kernel.RuleViolation;

/** What waits of a payment is kept for somebody, and what was kept waits again. */
@Named
@ViewScoped
@Screen(path = "/payment/surplus.xhtml", needs = Permission.PAYMENT_WRITE)
public class SurplusView implements Serializable {
    @Inject
    transient ListPayments list;

    @Inject
    transient FindPayments find;

    @Inject
    transient FindMembers members;

    @Inject
    transient KeepSurplus keep;

    @Inject
    transient PaymentWords words;

    @Inject
    transient Idempotency idempotency;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String key = UUID.randomUUID().toString();
    private String member = "";
    private String amount = "";

    /** So much that is kept, and for whom. */
    public record Kept(UUID id, String name, String number, String amount, String currency) {}

    @PostConstruct
    void load() {
        address.id("payment").flatMap(list::find).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(ListPayments.Listed payment) {
        id = payment.id();
        amount = payment.waits().isZero()
                ? ""
                : positive(payment.waits()).toDecimal().replace('.', ',');
        keep.onlyPayer(payment.id())
                .flatMap(payer -> members.find(payer.value(), Permission.PAYMENT_WRITE))
                .ifPresent(found -> member = Long.toString(found.member().number()));
    }

    /** Keeps it, once however often it is sent. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void keep() {
        var payment = id();
        var written = List.of(member, amount);
        var done = notices.attempt(
                () -> idempotency.once(key, "screen /payment/surplus " + payment, written, () -> {
                    keep.keep(payment, new KeepSurplus.Wish(Optional.of(named()), Optional.of(decimal())));
                    return Answer.ok("");
                }),
                texts.get(word("not")));
        if (done) {
            key = UUID.randomUUID().toString();
            notices.done(texts.get(word("done")));
        }
    }

    /** Lets what was kept wait again. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public void takeBack(UUID kept) {
        if (notices.attempt(() -> keep.takeBack(id(), kept), texts.get(word("notBack")))) {
            notices.done(texts.get(word("back")));
        }
    }

    private String decimal() {
        return WrittenAmount.decimal(amount);
    }

    /** The member of that number. */
    private UUID named() {
        return Optional.of(member.strip())
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> members.numbered(Long.parseLong(text), Permission.PAYMENT_WRITE))
                .map(found -> found.member().id().value())
                .orElseThrow(() -> RuleViolation.at("/member", "unknown-member", Map.of()));
    }

    private UUID id() {
        return Objects.requireNonNull(id);
    }

    /** The payment; null for one that is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The payment as it is now. */
    public ListPayments.Listed getPayment() {
        return list.find(id()).orElseThrow();
    }

    /** Who paid. */
    public String getPayer() {
        return words.payer(getPayment());
    }

    /** True while something waits. */
    public boolean isWaiting() {
        return !getPayment().waits().isZero();
    }

    /** True where the bank took money, and the balance is to give it. */
    public boolean isDeduction() {
        return id != null && getPayment().amount().isNegative();
    }

    /** The words of the page: what is kept, or what is taken. */
    public String word(String key) {
        return (isDeduction() ? "payment.take." : "payment.keep.") + key;
    }

    /** What is kept, and was not taken back. */
    public List<Kept> getKept() {
        var all = find.find(id()).orElseThrow().credits();
        return all.stream()
                .filter(each -> each.reversesId().isEmpty())
                .filter(each -> all.stream()
                        .noneMatch(other ->
                                other.reversesId().filter(each.id()::equals).isPresent()))
                .map(this::kept)
                .toList();
    }

    private Kept kept(FindPayments.Credit credit) {
        var who = members.find(credit.memberId(), Permission.PAYMENT_WRITE).map(FindMembers.Versioned::member);
        var name = who.map(Member::name).map(each -> each.full()).orElse("");
        var number = who.map(each -> Long.toString(each.number())).orElse("");
        return new Kept(credit.id(), name, number, credit.amount(), credit.currency());
    }

    /** What waits, as an amount above nothing. */
    public Money getWaits() {
        return positive(getPayment().waits());
    }

    private static Money positive(Money money) {
        return money.isNegative() ? money.negated() : money;
    }

    public String getMember() {
        return member;
    }

    public void setMember(String member) {
        this.member = member;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }
}
