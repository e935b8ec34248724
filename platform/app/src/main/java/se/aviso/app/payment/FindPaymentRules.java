package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.payment.PayerMark;
import se.aviso.payment.PayerRule;

/** Shows the rules of payers to those who may see the payments of their sellers. */
@ApplicationScoped
@Transactional
public class FindPaymentRules {
    @Inject
    PaymentRuleStore rules;

    @Inject
    Caller caller;

    /**
     * A rule. Personal data: never logged.
     *
     * @param payer what the payer is recognised by, as the bank writes it
     * @param acted how many payments it gave away
     */
    public record Shown(
            UUID id,
            PayerMark.Kind kind,
            String payer,
            UUID memberId,
            String memberNumber,
            String memberName,
            UUID sellerGroupId,
            String sellerName,
            PayerRule.RuleState state,
            long acted,
            Optional<LocalDate> lastActedOn,
            LocalDate madeOn,
            String madeBy) {}

    /** The newest. */
    public List<Shown> page(PageRequest page) {
        return rules.page(paths(), page.after().map(Cursor::id), page.limitAndOne()).stream()
                .map(FindPaymentRules::shown)
                .toList();
    }

    /** One rule, if the caller may see it. */
    public Optional<Shown> find(UUID rule) {
        return rules.find(rule, paths()).map(FindPaymentRules::shown);
    }

    private List<String> paths() {
        return caller.pathsFor(Permission.PAYMENT_READ);
    }

    private static Shown shown(PaymentRuleStore.Listed listed) {
        var rule = listed.rule();
        var of = listed.shown();
        return new Shown(
                rule.id().value(),
                rule.mark().kind(),
                of.mark(),
                rule.member().value(),
                Long.toString(of.memberNumber()),
                of.memberName(),
                rule.seller().value(),
                of.sellerName(),
                listed.state(),
                listed.done().times(),
                listed.done().lastOn(),
                of.madeOn(),
                of.madeBy());
    }
}
