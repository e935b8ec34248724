package se.aviso.app.invoice;

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
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.member.Member;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.PeriodStore;
import se.aviso.app.product.ProductStore;
import se.aviso.app.wording.WordingStore;
import se.aviso.invoice.BankDays;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RunId;

/**
 * Prices and issues any number of drafts: what they name is read in sets, each is priced in memory, and all that can be
 * issued is issued with one statement a table. One that cannot be issued stops nobody else.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IssueSketches {
    @Inject
    SketchStore sketches;

    @Inject
    GroupStore groups;

    @Inject
    WordingStore wordings;

    @Inject
    GroupTreeStore tree;

    @Inject
    MemberStore members;

    @Inject
    MembershipStore memberships;

    @Inject
    BillMemberships billing;

    @Inject
    BankDays bankDays;

    @Inject
    ChannelStore channels;

    @Inject
    ProductStore products;

    @Inject
    PeriodStore periods;

    @Inject
    IssueInvoices invoices;

    @Inject
    SettleInvoices settle;

    /**
     * What became of drafts.
     *
     * @param refused those that could not be issued, with the code of the first reason
     */
    public record Outcome(Set<UUID> issued, Map<UUID, String> refused) {}

    /** What the drafts come to today. */
    List<SketchDesk.Priced> price(Collection<InvoiceSketch> drafts, LocalDate today) {
        var desk = new SketchDesk(around(drafts, today), today);
        return drafts.stream().map(desk::price).toList();
    }

    /** Issues one that is kept nowhere, or was kept and is locked. */
    SketchDesk.Priced issue(InvoiceSketch draft, LocalDate today) {
        hold(List.of(draft));
        var priced = price(List.of(draft), today);
        write(priced, today, Optional.empty());
        return priced.get(0);
    }

    /** Issues those of the kept drafts that are not issued yet. */
    public Outcome issue(Collection<UUID> ids, LocalDate today, Optional<RunId> run) {
        var drafts = sketches.locked(ids);
        hold(drafts);
        var priced = price(drafts, today);
        write(priced, today, run);
        var issued = new HashSet<UUID>();
        var refused = new HashMap<UUID, String>();
        for (var each : priced) {
            if (each.order().isPresent()) {
                issued.add(each.sketch().id());
            } else {
                refused.put(each.sketch().id(), each.faults().get(0).code());
            }
        }
        return new Outcome(issued, refused);
    }

    /** The tree and the memberships stay as they are until commit: nobody is billed twice, nor at another's price. */
    private void hold(Collection<InvoiceSketch> drafts) {
        tree.hold();
        var named = memberships(drafts);
        if (!named.isEmpty()) {
            billing.hold(named);
        }
    }

    private void write(List<SketchDesk.Priced> priced, LocalDate today, Optional<RunId> run) {
        var ready = priced.stream().filter(each -> each.order().isPresent()).toList();
        if (ready.isEmpty()) {
            return;
        }
        var offered = ready.stream().flatMap(each -> each.periods().stream()).toList();
        if (!offered.isEmpty()) {
            periods.add(offered);
        }
        var issued = invoices.issue(
                ready.stream().flatMap(each -> each.order().stream()).toList(), today, run);
        settle.free(issued, today);
        sketches.drop(ready.stream().map(each -> each.sketch().id()).toList());
    }

    private SketchDesk.Around around(Collection<InvoiceSketch> drafts, LocalDate today) {
        var found = billable(memberships(drafts), today);
        var groupIds = new HashSet<GroupId>();
        drafts.forEach(draft -> groupIds.add(draft.group()));
        found.forEach(membership -> groupIds.add(membership.place().group()));
        var names = groups.groupsById(groupIds);
        var paths = new HashMap<GroupId, String>();
        names.forEach((id, group) -> paths.put(id, group.place().path()));
        var sellers = new HashMap<GroupId, SketchDesk.Seller>();
        var worded = wordings.inForce(groupIds);
        groups.identitiesOnDocuments(groupIds)
                .forEach((id, identity) -> Optional.ofNullable(names.get(id))
                        .ifPresent(group -> sellers.put(
                                id,
                                new SketchDesk.Seller(
                                        group.name(), identity, Objects.requireNonNull(worded.get(id))))));
        var people =
                drafts.stream().map(draft -> draft.member().value()).distinct().toList();
        return new SketchDesk.Around(
                paths,
                sellers,
                members(people),
                sketches.places(people),
                products.library(paths.values()),
                byId(found),
                found.isEmpty() ? Optional.empty() : Optional.of(billing.books(found)),
                members.dead(people),
                bankDays,
                channels.cascade());
    }

    /** A person may bill again what was credited; runs bill only what comes after it. */
    private List<Membership> billable(List<UUID> ids, LocalDate today) {
        var found = memberships.byIds(ids);
        var again = found.stream()
                .filter(each -> each.newest()
                        .filter(newest -> newest.period().isBillableAgain(today))
                        .isPresent())
                .map(each -> each.id().value())
                .toList();
        if (again.isEmpty()) {
            return found;
        }
        var all = new ArrayList<>(memberships.byIdsWithoutCredited(again));
        found.stream().filter(each -> !again.contains(each.id().value())).forEach(all::add);
        return all;
    }

    private Map<MemberId, Member> members(List<UUID> ids) {
        var found = new HashMap<MemberId, Member>();
        members.byIds(ids).forEach(member -> found.put(member.id(), member));
        return found;
    }

    private static Map<UUID, Membership> byId(List<Membership> found) {
        var byId = new HashMap<UUID, Membership>();
        found.forEach(membership -> byId.put(membership.id().value(), membership));
        return byId;
    }

    private static List<UUID> memberships(Collection<InvoiceSketch> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.lines().stream())
                .flatMap(line -> line.membershipId().stream())
                .distinct()
                .toList();
    }
}
