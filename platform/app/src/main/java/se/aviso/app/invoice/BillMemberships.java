package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.member.Member;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.pricing.ConcessionStore;
import se.aviso.app.pricing.FamilyStore;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.pricing.PricedAhead;
import se.aviso.app.wording.WordingStore;
import se.aviso.group.Group;
import se.aviso.invoice.BankDays;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.RunId;

/**
 * Offers memberships their next period and issues its invoice; one membership or a chunk of a run.
 *
 * <p>The memberships are locked first and read afterwards, so that nobody is billed twice by two runs at once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BillMemberships {
    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    PeriodStore periods;

    @Inject
    MemberStore persons;

    @Inject
    FamilyStore families;

    @Inject
    FamilyBillStore familyBills;

    @Inject
    ConcessionStore concessions;

    @Inject
    PricedAhead ahead;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    IssueInvoices invoices;

    @Inject
    SettleInvoices settle;

    @Inject
    BankDays bankDays;

    @Inject
    ChannelStore channels;

    @Inject
    WordingStore wordings;

    /** What to bill, on which day, for which run. */
    public record Order(Occasion occasion, LocalDate today, Optional<RunId> run) {}

    /**
     * The invoices that were issued, and for whom.
     *
     * @param blocked for whom none could be issued, with the code of the reason
     * @param notDue for whom nothing is due, with the code of why not
     */
    public record Billed(
            List<IssueInvoices.Issued> issued,
            Set<MembershipId> billed,
            Map<MembershipId, String> blocked,
            Map<MembershipId, String> notDue) {}

    /**
     * What billing the memberships would come to, and with them what is due of their families; nothing is written, no
     * number taken, and nobody kept waiting. Of an invoice for several memberships the first that was asked for has the
     * document.
     */
    public List<Foreseen> foresee(Collection<UUID> ids, Order order) {
        var found = memberships.byIds(families.withFamilies(ids));
        return new BillingDesk(books(found), order, bankDays, channels.cascade())
                .prepare(found)
                .foreseen(Set.copyOf(ids));
    }

    /**
     * Bills the memberships, and with them what is due of their families; those for which nothing is due are passed
     * over.
     */
    public Billed bill(Collection<UUID> ids, Order order) {
        tree.hold(); // the price is that of the place where the group stands
        var found = memberships.byIds(hold(ids));
        var result = new BillingDesk(books(found), order, bankDays, channels.cascade()).prepare(found);
        var offered = result.prepared().stream()
                .flatMap(prepared -> prepared.periods().stream())
                .toList();
        periods.add(offered);
        var orders = result.prepared().stream().map(BillingDesk.Prepared::order).toList();
        var billed = offered.stream().map(PeriodStore.NewPeriod::membership).collect(Collectors.toSet());
        var issued = invoices.issue(orders, order.today(), order.run());
        settle.free(issued, order.today());
        return new Billed(issued, billed, result.blocked(), result.notDue());
    }

    /** True when a type is priced by a plugin. */
    public boolean asksPlugins() {
        return types.all().values().stream().anyMatch(type -> type.tariff().isByPlugin());
    }

    /** What plugins are to be asked before the memberships are billed, by their names; nothing is locked or written. */
    public Map<String, List<PriceQuestion>> questions(Collection<UUID> ids, Order order) {
        return questions(memberships.byIds(families.withFamilies(ids)), order);
    }

    /** The same for memberships as they are, or as they are about to be. */
    public Map<String, List<PriceQuestion>> questions(List<Membership> found, Order order) {
        return found.isEmpty()
                ? Map.of()
                : new BillingDesk(books(found), order, bankDays, channels.cascade()).questions(found);
    }

    /** Keeps all but one transaction from billing these memberships and those of their families until commit. */
    Set<UUID> hold(Collection<UUID> ids) {
        var wanted = families.withFamilies(ids);
        memberships.lock(wanted);
        return wanted;
    }

    /** A period that was over before that day runs on no first day of a period that is billed next. */
    private static LocalDate since(List<Membership> found) {
        return found.stream()
                .map(membership -> membership
                        .newest()
                        .flatMap(newest -> newest.period().days())
                        .map(DayRange::firstDay)
                        .orElseGet(() -> membership.joinedOn().minusYears(1)))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private BillingBooks.Ways ways(List<GroupId> groupIds) {
        var down = groups.waysDown(groupIds);
        var on = down.values().stream()
                .flatMap(List::stream)
                .map(Group::id)
                .distinct()
                .toList();
        return new BillingBooks.Ways(down, wordings.newestIds(on));
    }

    /** All that the desk asks of the memberships, their groups and families. */
    BillingBooks books(List<Membership> found) {
        var groupIds =
                found.stream().map(each -> each.place().group()).distinct().toList();
        var members = found.stream().map(each -> each.member().id().value()).toList();
        var households = families.of(members);
        var payers = new HashMap<MemberId, Member>();
        if (!households.isEmpty()) {
            persons.byIds(households.values().stream()
                            .map(family -> family.payer().value())
                            .distinct()
                            .toList())
                    .forEach(payer -> payers.put(payer.id(), payer));
        }
        return new BillingBooks(
                types.all(),
                ways(groupIds),
                concessions.of(found.stream().map(each -> each.id().value()).toList()),
                new BillingBooks.Households(
                        households,
                        payers,
                        families.kin(households.keySet()),
                        familyBills.of(households.values(), since(found))),
                ahead.of(found.stream().map(each -> each.id().value()).toList()));
    }
}
