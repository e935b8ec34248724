package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.payment.Foreseen;
import se.aviso.payment.PayerMark;
import se.aviso.payment.PayerRule;
import se.aviso.payment.RuledPayments;
import se.aviso.payment.RuledPayments.Owed;
import se.aviso.payment.RuledPayments.Ruled;
import se.aviso.spi.bank.Payer;

/**
 * Says what the tenant's rules do with payments that name no document, and writes nothing: the same for what a bank
 * file brings, for its rehearsal, and for what waits. Two questions for any number of payments, and one where there is
 * no rule.
 */
@ApplicationScoped
public class DecideByRule {
    @Inject
    PaymentRuleStore rules;

    @Inject
    PaymentSettingStore settings;

    /** A payment that names no document. Personal data: never logged. */
    record Unnamed(UUID id, GroupId seller, Money amount, Payer payer) {}

    /**
     * What rules do, by payment; what is foreseen is open no more, and what is decided here is foreseen from now on.
     */
    Map<UUID, Ruled> decide(List<Unnamed> payments, Foreseen foreseen) {
        if (payments.isEmpty() || !rules.isAnyActive()) {
            return Map.of();
        }
        var marks = new LinkedHashMap<UUID, Set<PayerMark>>();
        payments.forEach(each -> marks.put(each.id(), marks(each.payer())));
        var all = new HashSet<PayerMark>();
        marks.values().forEach(all::addAll);
        var acting = rules.of(all);
        if (acting.isEmpty()) {
            return Map.of();
        }
        var ruled = new RuledPayments(
                acting, owed(acting, foreseen), settings.read().tolerance());
        var done = new HashMap<UUID, Ruled>();
        for (var each : payments) {
            var of = new RuledPayments.Unnamed(each.seller(), each.amount(), marks.getOrDefault(each.id(), Set.of()));
            ruled.match(of).ifPresent(found -> {
                foreseen.allocate(found.match());
                done.put(each.id(), found);
            });
        }
        return done;
    }

    private List<Owed> owed(List<PayerRule> acting, Foreseen foreseen) {
        var owed = rules.owed(acting.stream().map(PayerRule::member).distinct().toList());
        var left = foreseen.after(owed.stream().map(Owed::item).toList());
        var open = new ArrayList<Owed>();
        for (var index = 0; index < owed.size(); index++) {
            var each = owed.get(index);
            open.add(new Owed(left.get(index), each.member(), each.seller(), each.dueOn()));
        }
        return open;
    }

    /** All that the payer can be recognised by. */
    static Set<PayerMark> marks(Payer payer) {
        return PayerMark.all(payer.account(), payer.organisationNumber(), HeldPayment.words(payer.name()));
    }
}
