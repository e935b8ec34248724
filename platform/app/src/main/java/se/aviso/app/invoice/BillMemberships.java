package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GroupId;
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
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    IssueInvoices invoices;

    @Inject
    SettleInvoices settle;

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

    /** What billing the memberships would come to; nothing is written, no number taken, and nobody kept waiting. */
    public List<Foreseen> foresee(Collection<UUID> ids, Order order) {
        var found = memberships.byIds(ids);
        var desk = new BillingDesk(types.all(), identities(found), order);
        return found.stream()
                .map(membership -> desk.prepare(membership).foreseen(membership.id()))
                .toList();
    }

    /** Bills the memberships; those for which nothing is due are passed over. */
    public Billed bill(Collection<UUID> ids, Order order) {
        tree.hold(); // the price is that of the place where the group stands
        memberships.lock(ids);
        var found = memberships.byIds(ids);
        var desk = new BillingDesk(types.all(), identities(found), order);
        var blocked = new HashMap<MembershipId, String>();
        var notDue = new HashMap<MembershipId, String>();
        var prepared = new ArrayList<BillingDesk.Prepared>();
        for (var membership : found) {
            var outcome = desk.prepare(membership);
            outcome.prepared().ifPresent(prepared::add);
            outcome.blocker().ifPresent(code -> blocked.put(membership.id(), code));
            outcome.notDue().ifPresent(code -> notDue.put(membership.id(), code));
        }
        periods.add(prepared.stream().map(BillingDesk.Prepared::period).toList());
        var orders = prepared.stream().map(BillingDesk.Prepared::order).toList();
        var billed = prepared.stream().map(each -> each.period().membership()).collect(Collectors.toSet());
        var issued = invoices.issue(orders, order.today(), order.run());
        settle.free(issued, order.today());
        return new Billed(issued, billed, blocked, notDue);
    }

    private Map<GroupId, BillingDesk.Seller> identities(List<Membership> found) {
        var ids = found.stream().map(each -> each.place().group()).distinct().toList();
        var names = groups.groupsById(ids);
        var sellers = new HashMap<GroupId, BillingDesk.Seller>();
        groups.identitiesOnDocuments(ids)
                .forEach((id, identity) -> sellers.put(
                        id,
                        new BillingDesk.Seller(
                                Optional.ofNullable(names.get(id)).orElseThrow().name(), identity)));
        return sellers;
    }
}
