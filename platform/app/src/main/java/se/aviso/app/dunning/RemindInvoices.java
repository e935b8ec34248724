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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.wording.Worded;
import se.aviso.app.wording.WordingStore;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.ChargeBasis;
import se.aviso.dunning.ChargeGuard;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RunId;

/** Reminds of claims and offers, and lets them lapse, as each membership type's policy says. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RemindInvoices {
    /** What stands for a document for which the time has not come. */
    private static final String NOT_DUE = "not-due";

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

    @Inject
    WordingStore wordings;

    /**
     * Which were reminded of, and why others were not, as codes.
     *
     * @param refused those of which a reminder is due that has no place to go, with the code of why
     */
    public record Outcome(Set<UUID> reminded, Map<UUID, String> passedOver, Map<UUID, String> refused) {}

    /** The policies of all types, to know which days to look for. */
    public List<DunningPolicy> policies() {
        return policies.all().values().stream().map(TypePolicy::rule).toList();
    }

    /** What reminding of the documents would come to; nothing is written, and nobody kept waiting. */
    public List<Foreseen> foreseeReminders(Collection<UUID> documents, LocalDate today) {
        var all = policies.all();
        var seen = dunning.seen(documents, today);
        var due = new HashMap<UUID, ChargeReminders.Due>();
        for (var each : seen) {
            if (each.history().held().isEmpty()) {
                due(each, policy(each, all).rule(), today).ifPresent(found -> due.put(each.id(), found));
            }
        }
        var refused = refused(due.values());
        due.keySet().removeAll(refused.keySet());
        var decided = charging.decide(List.copyOf(due.values()), today);
        return foresee(
                documents,
                seen,
                each -> Optional.ofNullable(due.get(each.id()))
                        .map(found -> comes(found, policy(each, all), Optional.ofNullable(decided.get(each.id()))))
                        .orElseGet(() -> Optional.ofNullable(refused.get(each.id()))
                                .map(reason -> Foreseen.blocked(each.id(), reason))
                                .orElseGet(() -> Foreseen.passedOver(
                                        each.id(), each.history().held().orElse(NOT_DUE)))));
    }

    private static Foreseen comes(
            ChargeReminders.Due due, TypePolicy policy, Optional<ChargeReminders.Decision> decided) {
        var without = decided.flatMap(decision -> ChargeGuard.mendable(decision.refused()));
        return Foreseen.comes(due.of().id(), paper(due, policy), without);
    }

    /** Which of the documents would lapse, or the periods on them; nothing is written, and nobody kept waiting. */
    public List<Foreseen> foreseeLapses(Collection<UUID> documents, LocalDate today) {
        var all = policies.all();
        return foresee(
                documents,
                dunning.seen(documents, today),
                each -> lapses(each, policy(each, all).rule(), today)
                        ? Foreseen.comes(each.id(), Optional.empty())
                        : Foreseen.passedOver(each.id(), stopped(each) ? DunningStore.STOPPED : NOT_DUE));
    }

    private static List<Foreseen> foresee(
            Collection<UUID> documents, List<Unpaid> seen, Function<Unpaid, Foreseen> fate) {
        var fates = seen.stream().collect(Collectors.toMap(Unpaid::id, fate));
        return documents.stream()
                .map(id -> fates.getOrDefault(id, Foreseen.passedOver(id, NOT_DUE)))
                .toList();
    }

    private static Foreseen.Paper paper(ChargeReminders.Due due, TypePolicy policy) {
        var channel = channel(due.of(), policy.words(due.number())).orElseThrow();
        return new Foreseen.Paper(
                Foreseen.Kind.REMINDER, Optional.of(channel), due.of().open());
    }

    /** What the office keeps from being reminded of does not end a membership either. */
    private static boolean stopped(Unpaid of) {
        return of.history().held().filter(DunningStore.STOPPED::equals).isPresent();
    }

    private static boolean lapses(Unpaid of, DunningPolicy policy, LocalDate today) {
        if (stopped(of)) {
            return false;
        }
        return of.isClaim()
                ? of.open().isPositive() && policy.claimLapsed(of.dueOn(), today)
                : policy.offerLapsed(of.dueOn(), today);
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
        var refused = refused(due);
        due.removeIf(found -> refused.containsKey(found.of().id()));
        var charged = charging.charge(due, today, run);
        var worded = wordings.inForce(due.stream()
                .map(each -> each.of().issue().wordedBy())
                .distinct()
                .toList());
        var reminders = due.stream()
                .map(each -> reminder(
                        each,
                        policy(each.of(), all),
                        charged,
                        Objects.requireNonNull(worded.get(each.of().issue().wordedBy()))))
                .toList();
        dunning.addReminders(reminders, today, run);
        return new Outcome(
                reminders.stream().map(each -> each.of().id()).collect(Collectors.toSet()),
                Map.copyOf(passedOver),
                refused);
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
            ChargeReminders.Due due, TypePolicy policy, Map<UUID, ChargeReminders.Decision> charged, Worded worded) {
        var words = policy.words(due.number());
        var decision = Optional.ofNullable(charged.get(due.of().id()));
        var charges = decision.map(ChargeReminders.Decision::charges).orElse(Unpaid.Charges.NONE);
        var said = new DunningStore.Said(
                words.in(due.of().issue().language()),
                due.of().history().chargesOpen().plus(charges),
                decision.map(ChargeReminders.Decision::basis).orElse(ChargeBasis.NONE),
                due.level().interest() && due.of().isClaim(),
                decision.map(ChargeReminders.Decision::refused).orElse(List.of()),
                channel(due.of(), words).orElseThrow(),
                worded.versions());
        return new DunningStore.Reminder(due.of(), due.number(), said);
    }

    private static Optional<Channel> channel(Unpaid of, TypePolicy.Words words) {
        return of.channel(words.channel());
    }

    /** Those of the reminders that have no place to go, with the code of why. */
    private static Map<UUID, String> refused(Collection<ChargeReminders.Due> due) {
        var refused = new HashMap<UUID, String>();
        due.forEach(found -> found.of()
                .unreached()
                .ifPresent(reason -> refused.put(found.of().id(), reason)));
        return Map.copyOf(refused);
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
            if (lapses(each, policy(each, all).rule(), today)) {
                if (each.isClaim()) {
                    lapsed.add(each.id());
                } else if (unanswered.contains(each.id())) {
                    offers.add(each.id());
                }
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
