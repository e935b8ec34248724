package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;

/** Adds a member by hand, with memberships that nothing is billed for yet. */
@ApplicationScoped
@Transactional
public class AddMember {
    @Inject
    MemberStore members;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    MembershipStore memberships;

    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Adds the member, or says what is wrong; only who may see the whole tree may add one that belongs nowhere. */
    public UUID add(MemberBodies.NewMember body) {
        var today = businessDate.today();
        var form = new MemberForm(today);
        var wished = body.memberships().orElse(List.of());
        if (wished.isEmpty() && !caller.may(Permission.MEMBER_WRITE, "/")) {
            form.fault("membership-required", "/memberships");
        }
        var known = new Known(form, groups(wished), types.all());
        var id = new MemberId(Ids.next());
        var language = tenants.of(Tenancy.required()).naming().language();
        var name = name(body, form);
        var contact = contact(body, form, language);
        form.born(body.born(), "/born");
        var number = form.personalNumber(body.personalNumber(), body.born(), "/personalNumber");
        var guardian = body.guardian().map(adult -> form.guardian(adult.name(), adult.email()));
        var belongings = belongings(wished, id, today, known);
        if (!form.faults().isEmpty()) {
            throw new RuleViolation(form.faults());
        }
        members.add(List.of(
                new Member(id, members.takeNumbers(1), name, body.born(), contact, guardian, Member.Privacy.OPEN)));
        memberships.add(belongings);
        number.ifPresent(given -> numbers.require(id, given));
        trail.record(new Deed(
                Act.MEMBER_ADDED,
                id.value(),
                belongings.stream().map(MembershipStore.NewMembership::group).findFirst(),
                number.map(given -> Change.personal(Field.PERSONAL_NUMBER)).stream()
                        .toList(),
                Optional.empty()));
        return id.value();
    }

    private static Member.Name name(MemberBodies.NewMember body, MemberForm form) {
        return new Member.Name(form.text(body.givenName(), "/givenName"), form.text(body.familyName(), "/familyName"));
    }

    private static Member.Contact contact(MemberBodies.NewMember body, MemberForm form, String language) {
        var address = body.address().flatMap(at -> form.address(at.street(), at.postalCode(), at.city(), "/address"));
        return new Member.Contact(
                form.email(body.email(), "/email"),
                address,
                body.channel(),
                form.language(body.language().orElse(language), "/language"),
                form.phone(body.phone(), "/phone"),
                form.organisation(body.peppol(), body.buyerReference()));
    }

    private Map<GroupId, Group> groups(List<MemberBodies.NewMembership> wished) {
        return groups.groupsById(
                wished.stream().map(each -> new GroupId(each.groupId())).toList());
    }

    private List<MembershipStore.NewMembership> belongings(
            List<MemberBodies.NewMembership> wished, MemberId member, LocalDate today, Known known) {
        var belongings = new ArrayList<MembershipStore.NewMembership>();
        var seen = new HashSet<List<UUID>>();
        for (var index = 0; index < wished.size(); index++) {
            var each = wished.get(index);
            var joinedOn = each.joinedOn().orElse(today);
            check(each, joinedOn, "/memberships/" + index, known);
            if (!seen.add(List.of(each.groupId(), each.typeId()))) {
                known.form().fault("membership-twice", "/memberships/" + index);
            }
            belongings.add(new MembershipStore.NewMembership(
                    new MembershipId(Ids.next()),
                    member.value(),
                    new GroupId(each.groupId()),
                    new MembershipTypeId(each.typeId()),
                    joinedOn));
        }
        return belongings;
    }

    private void check(MemberBodies.NewMembership wished, LocalDate joinedOn, String pointer, Known known) {
        var group = known.groups().get(new GroupId(wished.groupId()));
        if (group == null || !caller.may(Permission.MEMBER_WRITE, group.place().path())) {
            known.form().fault("unknown-group", pointer + "/groupId");
        }
        var type = known.types().get(new MembershipTypeId(wished.typeId()));
        if (type == null) {
            known.form().fault("unknown-type", pointer + "/typeId");
        } else if (!type.admits(joinedOn)) {
            known.form().fault(type.policies().end().ended(pointer + "/typeId"));
        }
    }

    /** What a new membership is held against, and where faults go. */
    private record Known(MemberForm form, Map<GroupId, Group> groups, Map<MembershipTypeId, MembershipType> types) {}
}
