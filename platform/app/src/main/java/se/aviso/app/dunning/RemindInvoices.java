package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RunId;

/** Reminds of claims and offers, and lets them lapse, as each membership type's policy says. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RemindInvoices {
    @Inject
    DunningStore dunning;

    @Inject
    DunningPolicyStore policies;

    @Inject
    ChargeReminders charging;

    @Inject
    SettlementStore settlements;

    @Inject
    PeriodStore periods;

    /** Which were reminded of, and why others were passed over, as codes. */
    public record Outcome(Set<UUID> reminded, Map<UUID, String> passedOver) {}

    /** The policies of all types, to know which days to look for. */
    public List<DunningPolicy> policies() {
        return policies.all().values().stream().map(TypePolicy::rule).toList();
    }

    /** Reminds of those documents of which a level is due today. */
    public Outcome remind(Collection<UUID> documents, LocalDate today, RunId run) {
        var all = policies.all();
        var passedOver = new HashMap<UUID, String>();
        var due = new ArrayList<ChargeReminders.Due>();
        for (var each : dunning.unpaid(documents, today)) {
            var held = each.history().held();
            held.ifPresent(reason -> passedOver.put(each.id(), reason));
            if (held.isEmpty()) {
                due(each, policy(each, all).rule(), today).ifPresent(due::add);
            }
        }
        var charged = charging.charge(due, today, run);
        var reminders = due.stream()
                .map(each -> reminder(each, policy(each.of(), all), charged))
                .toList();
        dunning.addReminders(reminders, today, run);
        return new Outcome(
                reminders.stream().map(each -> each.of().id()).collect(Collectors.toSet()), Map.copyOf(passedOver));
    }

    private static Optional<ChargeReminders.Due> due(Unpaid of, DunningPolicy policy, LocalDate today) {
        if (!of.isClaim() && (!policy.lapse().remindsOffers() || policy.offerLapsed(of.dueOn(), today))) {
            return Optional.empty();
        }
        return policy.levelDue(of.dueOn(), of.open(), of.history().reminded(), today)
                .map(number ->
                        new ChargeReminders.Due(of, number, policy.level(number).orElseThrow()));
    }

    private static DunningStore.Reminder reminder(
            ChargeReminders.Due due, TypePolicy policy, Map<UUID, ChargeReminders.Decision> charged) {
        var words = policy.words(due.number());
        var decision = Optional.ofNullable(charged.get(due.of().id()));
        var charges = decision.map(ChargeReminders.Decision::charges).orElse(Unpaid.Charges.NONE);
        var said = new DunningStore.Said(
                words.in(due.of().issue().language()),
                due.of().history().chargesOpen().plus(charges),
                due.level().interest() && due.of().isClaim(),
                decision.map(ChargeReminders.Decision::refused).orElse(List.of()),
                words.channel().orElse(due.of().channel()));
        return new DunningStore.Reminder(due.of(), due.number(), said);
    }

    /**
     * Lets what was not paid in time lapse: offers with the periods that they offered, and the periods on claims, which
     * stand; answers which.
     */
    public Set<UUID> lapse(Collection<UUID> documents, LocalDate today) {
        var all = policies.all();
        var unanswered = Set.copyOf(settlements.offersAmong(documents));
        var lapsed = new HashSet<UUID>();
        var offers = new ArrayList<UUID>();
        for (var each : dunning.unpaid(documents, today)) {
            var policy = policy(each, all).rule();
            if (unanswered.contains(each.id()) && policy.offerLapsed(each.dueOn(), today)) {
                offers.add(each.id());
            } else if (each.isClaim() && each.open().isPositive() && policy.claimLapsed(each.dueOn(), today)) {
                lapsed.add(each.id());
            }
        }
        settlements.lapsed(offers, today);
        lapsed.addAll(offers);
        lapsePeriods(lapsed);
        return lapsed;
    }

    private void lapsePeriods(Set<UUID> lapsed) {
        var offered = periods.onInvoices(lapsed);
        periods.record(
                offered.stream().map(of -> of.period().lapsed()).toList(),
                offered.stream().map(PeriodStore.OfType::membership).toList());
    }

    private static TypePolicy policy(Unpaid of, Map<Optional<MembershipTypeId>, TypePolicy> all) {
        return Optional.ofNullable(all.get(of.type()))
                .or(() -> Optional.ofNullable(all.get(Optional.<MembershipTypeId>empty())))
                .orElseThrow();
    }
}
