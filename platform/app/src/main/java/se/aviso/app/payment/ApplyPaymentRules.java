package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.invoice.RoundInvoices;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.payment.PaymentStore.NewAllocation;
import se.aviso.app.tenant.Ids;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.Foreseen;
import se.aviso.payment.Match;
import se.aviso.payment.PayerRule;
import se.aviso.payment.PaymentBooking;
import se.aviso.payment.RuledPayments;
import se.aviso.payment.RuledPayments.Ruled;

/**
 * Gives what waits to what members have open, where the tenant's rules say so; in sets, behind the lock of its money.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ApplyPaymentRules {
    /** So many are looked at at a time. */
    private static final int MOST = 1000;

    /** More parts than these of what waits are looked at by another act. */
    private static final int PARTS = 50;

    @Inject
    SuspenseStore suspense;

    @Inject
    DecideByRule decide;

    @Inject
    PaymentRuleStore rules;

    @Inject
    PaymentStore payments;

    @Inject
    SettleInvoices settle;

    @Inject
    RoundInvoices rounds;

    @Inject
    LeftCharges charges;

    @Inject
    LedgerStore ledger;

    @Inject
    AuditTrail trail;

    /** A payment that is given away, once its offers are claims. */
    private record Given(HeldPayment payment, Match match, PayerRule.Id rule) {}

    /**
     * Looks at what waits for sellers in these subtrees, the oldest first; answers how many payments were given away.
     */
    int apply(Collection<String> paths, LocalDate today) {
        var given = 0;
        var after = Optional.<PaymentId>empty();
        for (var part = 0; part < PARTS && (part == 0 || after.isPresent()); part++) {
            var held = suspense.unnamed(paths, after, MOST);
            given += give(held, today);
            after = held.size() < MOST
                    ? Optional.empty()
                    : Optional.of(held.get(MOST - 1).id());
        }
        return given;
    }

    private int give(List<HeldPayment> held, LocalDate today) {
        var ruled = decide.decide(
                held.stream()
                        .filter(each -> !RuledPayments.namesANumber(each.told().texts()))
                        .map(each -> new DecideByRule.Unnamed(
                                each.id().value(),
                                each.waiting().seller(),
                                each.waiting().rest(),
                                each.told().payer()))
                        .toList(),
                Foreseen.nothing());
        if (!ruled.isEmpty()) {
            var given = given(held, ruled, today);
            book(given, today);
            given.stream()
                    .collect(Collectors.groupingBy(Given::rule, LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::tell);
        }
        return ruled.size();
    }

    private void tell(PayerRule.Id rule, List<Given> given) {
        var seller = given.get(0).payment().waiting().seller();
        var total = given.stream()
                .map(each -> each.payment().waiting().rest())
                .reduce(Money::plus)
                .orElseThrow();
        trail.record(Deed.in(seller, Act.PAYMENT_RULE_USED, rule.value(), List.of(Change.to(Field.AMOUNT, total))));
    }

    private List<Given> given(List<HeldPayment> held, Map<UUID, Ruled> ruled, LocalDate today) {
        var claims = settle.acceptOffersAmong(
                ruled.values().stream()
                        .flatMap(each -> each.match().parts().stream())
                        .map(Match.Part::invoice)
                        .distinct()
                        .toList(),
                today);
        var given = new ArrayList<Given>();
        for (var payment : held) {
            var by = ruled.get(payment.id().value());
            if (by != null) {
                given.add(new Given(payment, by.match().movedTo(claims), by.rule()));
            }
        }
        return given;
    }

    private void book(List<Given> given, LocalDate today) {
        var chart = ledger.chart();
        var entries = new ArrayList<LedgerStore.Booked>();
        var allocations = new ArrayList<NewAllocation>();
        var roundings = new ArrayList<RoundInvoices.Rounding>();
        var uses = new HashMap<UUID, PayerRule.Id>();
        Map<LocalDate, Map<InvoiceId, Money>> received = new LinkedHashMap<>();
        for (var each : given) {
            var payment = each.payment();
            var seller = payment.waiting().seller();
            var entry = LedgerStore.Booked.of(
                    seller, PaymentBooking.allocation(payment.id(), each.match().parts(), today, chart));
            entries.add(entry);
            each.match()
                    .parts()
                    .forEach(part -> allocations.add(
                            new NewAllocation(Ids.next(), payment.id().value(), part, entry.id())));
            each.match().rounding().ifPresent(part -> {
                var rounded = LedgerStore.Booked.of(seller, PaymentBooking.rounding(payment.id(), part, today, chart));
                entries.add(rounded);
                var beside = allocations.get(allocations.size() - 1).id();
                roundings.add(RoundInvoices.Rounding.of(beside, part, rounded));
            });
            uses.put(payment.id().value(), each.rule());
            var day = received.computeIfAbsent(payment.bookedOn(), on -> new HashMap<>());
            each.match().received().forEach(part -> day.merge(part.invoice(), part.amount(), Money::plus));
        }
        ledger.add(entries);
        payments.addAllocations(allocations, today);
        rounds.note(roundings);
        suspense.givenWhole(uses.keySet());
        rules.used(uses, today);
        received.forEach((day, amounts) -> settle.receive(amounts, new SettleInvoices.On(day, today)));
        received.values().forEach(amounts -> charges.forgive(amounts.keySet(), today));
    }
}
