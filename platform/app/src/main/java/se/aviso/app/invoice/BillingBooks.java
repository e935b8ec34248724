package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.Member;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipType;
import se.aviso.app.pricing.FamilyStore;
import se.aviso.app.wording.Worded;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.invoice.FamilyBill;
import se.aviso.invoice.MembershipBilling;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Concession;
import se.aviso.pricing.Kin;
import se.aviso.pricing.Place;
import se.aviso.pricing.PluginPrice;
import se.aviso.pricing.Tariff;

/**
 * All that billing looks up, read once for a whole chunk: types, the ways down to the groups, concessions, families and
 * who pays for them. What follows from it is worked out once for each type and group.
 */
final class BillingBooks {
    private final Map<MembershipTypeId, MembershipType> types;
    private final Map<GroupId, List<Group>> ways;
    private final Map<GroupId, List<UUID>> wordings;
    private final Map<MembershipId, List<Concession>> concessions;
    private final Households households;
    private final Map<MembershipId, PluginPrice> said;
    private final Map<MembershipTypeId, Tariff> tariffs = new HashMap<>();
    private final Map<GroupId, Place> places = new HashMap<>();
    private final Map<Selling, Optional<Seller>> sellers = new HashMap<>();

    BillingBooks(
            Map<MembershipTypeId, MembershipType> types,
            Ways ways,
            Map<MembershipId, List<Concession>> concessions,
            Households households,
            Map<MembershipId, PluginPrice> said) {
        this.types = types;
        this.ways = ways.down();
        this.wordings = ways.wordings();
        this.concessions = concessions;
        this.households = households;
        this.said = said;
    }

    /**
     * The ways from the root down to groups.
     *
     * @param wordings the newest versions of each group on them that words its documents or has drawn their page
     */
    record Ways(Map<GroupId, List<Group>> down, Map<GroupId, List<UUID>> wordings) {}

    /**
     * Members with one payer, and the payers.
     *
     * @param kin the others of each one's family
     * @param bills what was billed to them already
     */
    record Households(
            Map<MemberId, FamilyStore.Family> families,
            Map<MemberId, Member> payers,
            Map<MemberId, Kin> kin,
            Map<Household, List<FamilyBill>> bills) {}

    /** What is billed together: one family's memberships of one type in one group. */
    record Household(UUID family, GroupId group, MembershipTypeId type) {}

    /** Who is paid, and in whose words it is asked for. */
    record Seller(GroupId group, BillingIdentity identity, Worded worded) {}

    private record Selling(GroupId group, BilledBy by) {}

    MembershipType type(MembershipTypeId id) {
        return Optional.ofNullable(types.get(id)).orElseThrow();
    }

    Tariff tariff(MembershipTypeId id) {
        return tariffs.computeIfAbsent(id, key -> type(key).tariff());
    }

    Place place(GroupId group) {
        return places.computeIfAbsent(group, id -> Place.of(way(id)));
    }

    private List<Concession> concessions(MembershipId membership) {
        return concessions.getOrDefault(membership, List.of());
    }

    /** The membership as its price goes by it. */
    MembershipBilling.Billed billed(Membership membership) {
        var member = membership.member();
        return new MembershipBilling.Billed(
                member.name().full(),
                member.born(),
                place(membership.place().group()),
                membership.joinedOn(),
                concessions(membership.id()),
                kin(member.id()),
                said(membership.id()));
    }

    /** What the type's plugin said of the membership's period. */
    private Optional<PluginPrice> said(MembershipId membership) {
        return Optional.ofNullable(said.get(membership));
    }

    Optional<FamilyStore.Family> family(MemberId member) {
        return Optional.ofNullable(households.families().get(member));
    }

    /** The others of the member's family, where there is one. */
    private Optional<Kin> kin(MemberId member) {
        return Optional.ofNullable(households.kin().get(member));
    }

    Member payer(FamilyStore.Family family) {
        return Optional.ofNullable(households.payers().get(family.payer())).orElseThrow();
    }

    /** What the household was billed for already, in the database or by what was noted here. */
    List<FamilyBill> bills(Household household) {
        return households.bills().getOrDefault(household, List.of());
    }

    /** Notes what is about to be billed, for those of the household that are billed after it. */
    void note(Household household, FamilyBill bill) {
        var all = new ArrayList<>(bills(household));
        all.add(bill);
        households.bills().put(household, all);
    }

    /** Who sells for the group by the rule of a type; empty where there is no account for it. */
    Optional<Seller> seller(GroupId group, BilledBy by) {
        return sellers.computeIfAbsent(new Selling(group, by), BillingBooks.this::seller);
    }

    private Optional<Seller> seller(Selling selling) {
        var whole = way(selling.group());
        var way = selling.by() == BilledBy.FEDERATION ? toFederation(whole) : whole;
        var identity = GroupStore.identityOnDocuments(way);
        var own = selling.by() != BilledBy.OWN_GROUP
                || identity.giroOrigin().filter(selling.group()::equals).isPresent();
        var worded = Worded.of(way, wordings);
        return own ? identity.seller().map(seller -> new Seller(seller, identity, worded)) : Optional.empty();
    }

    /** The way down ends at the federation; where the tree has none, at its root. */
    private static List<Group> toFederation(List<Group> way) {
        for (var end = way.size(); end > 0; end--) {
            if (way.get(end - 1).kind() == GroupKind.FEDERATION) {
                return way.subList(0, end);
            }
        }
        return way.subList(0, 1);
    }

    private List<Group> way(GroupId group) {
        return Optional.ofNullable(ways.get(group)).orElseThrow();
    }
}
