package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.member.FindMembers;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.PayerMark;
import se.aviso.payment.PayerRule;
import se.aviso.spi.bank.Payer;

/** Makes rules of payers, pauses, resumes and ends them, and lets them act on what waits. */
@ApplicationScoped
@Transactional
public class KeepPaymentRules {
    @Inject
    PaymentRuleStore rules;

    @Inject
    ApplyPaymentRules apply;

    @Inject
    SuspenseStore suspense;

    @Inject
    FindMembers members;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What is asked for: what comes from the payer of this payment, to its seller, is for that member.
     *
     * @param payment one that came from the payer
     * @param kind by what the payer is recognised
     */
    public record Wish(UUID payment, PayerMark.Kind kind, UUID member) {}

    /**
     * Makes the rule, and lets it act on what waits.
     *
     * @return its id
     * @throws RuleViolation when the payment does not tell it, another rule stands for the payer, or payment or member
     *     are none of the caller's
     */
    public UUID add(Wish wish) {
        tenants.lock(Tenancy.required(), "money-in");
        var payment = suspense.find(wish.payment(), caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        var member = members.find(wish.member(), Permission.PAYMENT_WRITE)
                .map(found -> found.member().id())
                .orElseThrow(() -> RuleViolation.at("/memberId", "unknown-member", Map.of()));
        var shown = written(payment.told().payer(), wish.kind());
        var rule = new PayerRule(
                new PayerRule.Id(Ids.next()),
                payment.waiting().seller(),
                PayerMark.of(wish.kind(), shown, HeldPayment.words(shown)),
                member);
        var today = businessDate.today();
        if (!rules.add(new PaymentRuleStore.Written(rule, shown, today, caller.name()))) {
            throw RuleViolation.of("conflict-payment-rule", Map.of());
        }
        apply.apply(caller.pathsFor(Permission.PAYMENT_WRITE), today);
        told(Act.PAYMENT_RULE_ADDED, rule, Change.to(Field.KIND, wish.kind()), Change.to(Field.MEMBER, member.value()));
        return rule.id().value();
    }

    /** It acts no more, until it is resumed. */
    public void pause(UUID rule) {
        change(rule, PayerRule.RuleState.ACTIVE, PayerRule.RuleState.PAUSED);
    }

    /** It acts again, also on what waits. */
    public void resume(UUID rule) {
        change(rule, PayerRule.RuleState.PAUSED, PayerRule.RuleState.ACTIVE);
        apply.apply(caller.pathsFor(Permission.PAYMENT_WRITE), businessDate.today());
    }

    /** It never acts again; what it did stands, and can be undone. */
    public void end(UUID rule) {
        var known = locked(rule);
        if (known.state() == PayerRule.RuleState.ENDED) {
            throw RuleViolation.of("conflict-payment-rule-state", Map.of());
        }
        record(known, PayerRule.RuleState.ENDED);
    }

    /** Lets all rules act on what waits: invoices may have come since. Answers how many payments were given away. */
    public int apply() {
        tenants.lock(Tenancy.required(), "money-in");
        return apply.apply(caller.pathsFor(Permission.PAYMENT_WRITE), businessDate.today());
    }

    private void change(UUID rule, PayerRule.RuleState from, PayerRule.RuleState to) {
        var known = locked(rule);
        if (known.state() != from) {
            throw RuleViolation.of("conflict-payment-rule-state", Map.of());
        }
        record(known, to);
    }

    private PaymentRuleStore.Listed locked(UUID rule) {
        tenants.lock(Tenancy.required(), "money-in");
        return rules.find(rule, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private void record(PaymentRuleStore.Listed known, PayerRule.RuleState state) {
        rules.change(known.rule().id().value(), state);
        told(Act.PAYMENT_RULE_CHANGED, known.rule(), Change.of(Field.STATE, known.state(), state));
    }

    /** What the bank tells of the payer; nothing where it does not. */
    static String written(Payer payer, PayerMark.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> payer.account();
            case ORGANISATION_NUMBER -> payer.organisationNumber();
            case NAME -> payer.name();
        };
    }

    private void told(Act act, PayerRule rule, Change... changes) {
        trail.record(new Deed(act, rule.id().value(), Optional.of(rule.seller()), List.of(changes), Optional.empty()));
    }
}
