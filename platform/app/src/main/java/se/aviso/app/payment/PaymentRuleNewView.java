package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.PayerMark;

/** "Always do so": what comes from the payer of a payment is for a member. */
@Named
@ViewScoped
@Screen(path = "/payment/rule.xhtml", needs = Permission.PAYMENT_WRITE)
public class PaymentRuleNewView implements Serializable {
    @Inject
    transient ListPayments list;

    @Inject
    transient FindMembers members;

    @Inject
    transient KeepSurplus payers;

    @Inject
    transient KeepPaymentRules keep;

    @Inject
    transient PaymentWords words;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private PayerMark.@Nullable Kind kind;
    private String member = "";

    /** A way to recognise the payer, and what the bank writes there. */
    public record Way(PayerMark.Kind kind, String text) {}

    @PostConstruct
    void load() {
        address.id("payment").flatMap(list::find).ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(ListPayments.Listed payment) {
        id = payment.id();
        kind = getWays().stream().findFirst().map(Way::kind).orElse(null);
        payers.onlyPayer(payment.id())
                .flatMap(payer -> members.find(payer.value(), Permission.PAYMENT_WRITE))
                .ifPresent(found -> member = Long.toString(found.member().number()));
    }

    /** Makes the rule; stays where something is wrong. */
    @ActNeeds(Permission.PAYMENT_WRITE)
    public @Nullable String make() {
        var made = notices.attempt(
                () -> keep.add(new KeepPaymentRules.Wish(
                        Objects.requireNonNull(id),
                        Optional.ofNullable(kind)
                                .orElseThrow(() -> RuleViolation.at("/kind", "payment-rule-mark", Map.of())),
                        named())),
                texts.get("payment.rule.not"));
        if (!made) {
            return null;
        }
        notices.done(texts.get("payment.rule.done"));
        return "/payment/rules.xhtml?faces-redirect=true";
    }

    /** The member of that number. */
    private UUID named() {
        return Optional.of(member.strip())
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> members.numbered(Long.parseLong(text), Permission.PAYMENT_WRITE))
                .map(found -> found.member().id().value())
                .orElseThrow(() -> RuleViolation.at("/member", "unknown-member", Map.of()));
    }

    /** The ways to recognise the payer, the surest first. */
    public List<Way> getWays() {
        var payer = getPayment().payer();
        var marks = DecideByRule.marks(payer);
        return Arrays.stream(PayerMark.Kind.values())
                .filter(each -> marks.stream().anyMatch(mark -> mark.kind() == each))
                .map(each -> new Way(each, KeepPaymentRules.written(payer, each)))
                .toList();
    }

    /** The payment; null for one that is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    /** The payment as it is now. */
    public ListPayments.Listed getPayment() {
        return list.find(Objects.requireNonNull(id)).orElseThrow();
    }

    /** Who paid. */
    public String getPayer() {
        return words.payer(getPayment());
    }

    public PayerMark.@Nullable Kind getKind() {
        return kind;
    }

    public void setKind(PayerMark.@Nullable Kind kind) {
        this.kind = kind;
    }

    public String getMember() {
        return member;
    }

    public void setMember(String member) {
        this.member = member;
    }
}
