package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.invoice.IssueInvoices;
import se.aviso.app.member.Member;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.member.MembershipType;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;

/**
 * Makes a member of somebody who filled in the form, offers the first period and issues its invoice, all or nothing.
 */
@ApplicationScoped
@Transactional
public class JoinGroup {
    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    GroupStore groups;

    @Inject
    MemberStore members;

    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    BillMemberships billing;

    @Inject
    ConsentStore consents;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    /** A new member with the invoice. */
    public record Joined(Member member, MembershipId membership, IssueInvoices.Issued invoice) {}

    /**
     * What plugins are to be asked before the person joins, by their names; nothing is written.
     *
     * @param membership the id that the membership is to have
     */
    Map<String, List<PriceQuestion>> questions(GroupId group, SignUp form, MembershipId membership) {
        var type = type(form.typeId(), businessDate.today());
        if (!type.tariff().isByPlugin()) {
            return Map.of();
        }
        var today = businessDate.today();
        var language = tenants.of(Tenancy.required()).naming().language();
        var member = new SignUpCheck(form, today, asked(group)).member(new MemberId(Ids.next()), 0, language);
        var path = groups.find(group).orElseThrow().place().path();
        var place = new Membership.Place(group, path, type.id());
        return billing.questions(
                List.of(new Membership(membership, member, place, today, Optional.empty(), 0)), order(today));
    }

    /**
     * Joins the person to the group.
     *
     * @param membership the id that the membership is to have; its plugin has been asked about it
     */
    Joined join(GroupId group, SignUp form, MembershipId membership) {
        var today = businessDate.today();
        var language = tenants.of(Tenancy.required()).naming().language();
        var type = type(form.typeId(), today);
        var check = new SignUpCheck(form, today, asked(group));
        var member = check.member(new MemberId(Ids.next()), members.takeNumbers(1), language);
        members.add(List.of(member));
        var number = check.personalNumber();
        var kept =
                number.filter(given -> numbers.keep(Map.of(member.id(), given)).isEmpty());
        consents.add(member.id(), check.consents(), clock.instant());
        memberships.add(List.of(
                new MembershipStore.NewMembership(membership, member.id().value(), group, type.id(), today)));
        var billed = billing.bill(List.of(membership.value()), order(today));
        billed.blocked().values().stream().findFirst().ifPresent(code -> {
            throw RuleViolation.of(code, Map.of());
        });
        trail.record(
                Actor.VISITOR, Deed.in(group, Act.MEMBER_JOINED, member.id().value(), named(kept)));
        return new Joined(member, membership, billed.issued().get(0));
    }

    private static BillMemberships.Order order(LocalDate today) {
        return new BillMemberships.Order(Occasion.FIRST, today, Optional.empty());
    }

    /** One that a member has already is passed over in silence: strangers are not told who is a member. */
    private static List<Change> named(Optional<PersonalNumber> kept) {
        return kept.map(number -> Change.personal(Field.PERSONAL_NUMBER)).stream()
                .toList();
    }

    private SignUpCheck.Asked asked(GroupId group) {
        return new SignUpCheck.Asked(open(group), tenants.asksPersonalNumber(Tenancy.required()));
    }

    private Set<PaymentOption> open(GroupId group) {
        return Optional.ofNullable(groups.identitiesOnDocuments(List.of(group)).get(group))
                .map(PaymentOption::open)
                .orElse(Set.of(PaymentOption.AVI));
    }

    /** The types that the form offers. */
    public List<MembershipType> types() {
        var today = businessDate.today();
        return types.all().values().stream().filter(type -> type.admits(today)).toList();
    }

    private MembershipType type(String idOrSlug, LocalDate today) {
        var chosen = types.all().values().stream()
                .filter(type -> type.names().slug().equals(idOrSlug)
                        || type.id().toString().equals(idOrSlug))
                .findFirst()
                .orElseThrow(() -> RuleViolation.at("/typeId", "unknown-type", Map.of()));
        chosen.policies().end().requireOpen(today, "/typeId");
        return chosen;
    }
}
