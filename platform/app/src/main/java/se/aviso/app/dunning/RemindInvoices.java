package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RunId;

/** Reminds of claims and lets offers lapse, as each membership type's policy says. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RemindInvoices {
    /** Invoices of no membership type are reminded of after ten days. */
    private static final DunningPolicy OTHERS = new DunningPolicy(10, 60);

    private static final String NOT_DUE = "not-due";

    @Inject
    DunningStore dunning;

    @Inject
    MembershipTypeStore types;

    @Inject
    SettlementStore settlements;

    @Inject
    PeriodStore periods;

    /** The policies of all types, to know which days to look for. */
    public List<DunningPolicy> policies() {
        return Stream.concat(
                        types.all().values().stream()
                                .map(type -> type.policies().dunning()),
                        Stream.of(OTHERS))
                .toList();
    }

    /** What reminding of the claims would come to; nothing is written. */
    public List<Foreseen> foreseeReminders(Collection<UUID> claims, LocalDate today) {
        var all = types.all();
        return dunning.seen(claims).stream()
                .map(claim -> isDue(claim, all, today)
                        ? Foreseen.comes(claim.id(), Optional.of(paper(claim)))
                        : Foreseen.passedOver(claim.id(), NOT_DUE))
                .toList();
    }

    /** Which of the offers would lapse; nothing is written. */
    public List<Foreseen> foreseeLapses(Collection<UUID> offers, LocalDate today) {
        var all = types.all();
        return dunning.seen(offers).stream()
                .map(offer -> policy(offer, all).offerLapsed(offer.dueOn(), today)
                        ? Foreseen.comes(offer.id(), Optional.empty())
                        : Foreseen.passedOver(offer.id(), NOT_DUE))
                .toList();
    }

    /** Reminds of those claims for which the first reminder is due; answers which. */
    public Set<UUID> remind(Collection<UUID> claims, LocalDate today, RunId run) {
        var all = types.all();
        var due = dunning.unpaid(claims).stream()
                .filter(claim -> isDue(claim, all, today))
                .toList();
        dunning.addReminders(due, DunningPolicy.FIRST_LEVEL, today, run);
        return ids(due);
    }

    /** Lets those offers lapse whose time is up, with the periods that they offered; answers which. */
    public Set<UUID> lapse(Collection<UUID> offers, LocalDate today) {
        var open = settlements.offersAmong(offers);
        var all = types.all();
        var lapsed = ids(dunning.unpaid(open).stream()
                .filter(offer -> policy(offer, all).offerLapsed(offer.dueOn(), today))
                .toList());
        settlements.lapsed(List.copyOf(lapsed), today);
        var offered = periods.onInvoices(lapsed);
        periods.record(
                offered.stream().map(of -> of.period().lapsed()).toList(),
                offered.stream().map(PeriodStore.OfType::membership).toList());
        return lapsed;
    }

    private static boolean isDue(
            DunningStore.Unpaid claim, Map<MembershipTypeId, MembershipType> types, LocalDate today) {
        return policy(claim, types).firstReminderDue(claim.dueOn(), claim.open(), claim.reminded(), today);
    }

    private static Foreseen.Paper paper(DunningStore.Unpaid claim) {
        return new Foreseen.Paper(Foreseen.Kind.REMINDER, Optional.of(claim.channel()), claim.open());
    }

    private static DunningPolicy policy(DunningStore.Unpaid unpaid, Map<MembershipTypeId, MembershipType> types) {
        return unpaid.type()
                .flatMap(id -> Optional.ofNullable(types.get(id)))
                .map(type -> type.policies().dunning())
                .orElse(OTHERS);
    }

    private static Set<UUID> ids(List<DunningStore.Unpaid> unpaid) {
        return unpaid.stream().map(DunningStore.Unpaid::id).collect(Collectors.toSet());
    }
}
