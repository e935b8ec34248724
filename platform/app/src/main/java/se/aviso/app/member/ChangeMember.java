package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.MobileNumber;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PeppolAddress;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;

/** Changes what is known of a member, and the words that the member is found by. */
@ApplicationScoped
@Transactional
public class ChangeMember {
    /** What is kept from others of somebody with a protected identity. */
    static final Set<String> WHEREABOUTS = Set.of(
            "/email",
            "/phone",
            "/peppol",
            "/buyerReference",
            "/address/street",
            "/address/postalCode",
            "/address/city",
            "/guardian/name",
            "/guardian/email");

    private static final String NUMBER = "/personalNumber";

    @Inject
    FindMembers find;

    @Inject
    FindOwnDetails own;

    @Inject
    Discretion discretion;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    MemberStore members;

    @Inject
    MembershipStore memberships;

    @Inject
    AddressNotices notices;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /**
     * Changes a member, if the row still has the version that the caller has seen.
     *
     * @param changes by JSON pointer; a field without a value is cleared
     */
    public FindMembers.Versioned change(UUID id, LongConsumer sameVersion, Map<String, Optional<String>> changes) {
        members.lock(id);
        var before = find.whole(id, Permission.MEMBER_WRITE).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        requireOpen(before.member(), changes.keySet());
        apply(before.member(), changes);
        return find.find(id, Permission.MEMBER_WRITE).orElseThrow();
    }

    /** Changes a member that the caller is, likewise, as far as people change that themselves. */
    public FindMembers.Versioned changeOwn(UUID id, LongConsumer sameVersion, Map<String, Optional<String>> changes) {
        members.lock(id);
        var before = own.whole(id).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        var refused = own.rule(before.member()).refused(changes.keySet());
        if (!refused.isEmpty()) {
            throw new RuleViolation(refused);
        }
        apply(before.member(), changes);
        return own.shown(id).orElseThrow();
    }

    private void apply(Member before, Map<String, Optional<String>> changes) {
        var form = new MemberForm(businessDate.today());
        var number = form.personalNumber(
                changes.getOrDefault(NUMBER, Optional.empty()).map(WrittenNumber::new), before.born(), NUMBER);
        var after = changed(before, new Changes(changes), form);
        if (!form.faults().isEmpty()) {
            throw new RuleViolation(form.faults());
        }
        members.change(after, businessDate.today());
        notices.note(before, after);
        number(after.id(), number, changes.containsKey(NUMBER));
        var named = changes.keySet().stream()
                .map(Field::at)
                .sorted()
                .map(Change::personal)
                .toList();
        var id = after.id().value();
        trail.record(new Deed(Act.MEMBER_CHANGED, id, memberships.firstGroup(id), named, Optional.empty()));
    }

    /**
     * What nobody knows any more is not written anew, and what is not shown to the caller is not the caller's to
     * change.
     */
    private void requireOpen(Member member, Set<String> pointers) {
        if (member.privacy().isErased()) {
            throw RuleViolation.of("member-erased", Map.of());
        }
        var guarded = pointers.stream().filter(WHEREABOUTS::contains).sorted().toList();
        if (!guarded.isEmpty()
                && !discretion.hidden(List.of(member.id().value())).isEmpty()) {
            throw new RuleViolation(guarded.stream()
                    .map(pointer -> new RuleViolation.Fault("protected-identity", pointer, Map.of()))
                    .toList());
        }
    }

    private void number(MemberId member, Optional<PersonalNumber> number, boolean named) {
        if (number.isPresent()) {
            numbers.require(member, number.get());
        } else if (named) {
            numbers.forget(member);
        }
    }

    private static Member changed(Member member, Changes changes, MemberForm form) {
        var name = new Member.Name(
                form.text(changes.or("/givenName", member.name().given()), "/givenName"),
                form.text(changes.or("/familyName", member.name().family()), "/familyName"));
        var contact = member.contact();
        var address = contact.address();
        var changed = new Member.Contact(
                form.email(changes.or("/email", contact.email()), "/email"),
                form.address(
                        changes.or(
                                "/address/street",
                                address.map(Member.Address::street).orElse("")),
                        changes.or(
                                "/address/postalCode",
                                address.map(Member.Address::postalCode).orElse("")),
                        changes.or(
                                "/address/city",
                                address.map(Member.Address::city).orElse("")),
                        "/address"),
                wish(changes.or("/channel", contact.wish().map(Channel::name)), form),
                form.language(changes.or("/language", contact.language()), "/language"),
                form.phone(changes.or("/phone", contact.phone().map(MobileNumber::text)), "/phone"),
                organisation(contact.organisation(), changes, form));
        return new Member(
                member.id(),
                member.number(),
                name,
                member.born(),
                changed,
                guardian(member, changes, form),
                member.privacy());
    }

    private static Member.Organisation organisation(Member.Organisation before, Changes changes, MemberForm form) {
        return form.organisation(
                changes.or("/peppol", before.peppol().map(PeppolAddress::text)),
                changes.or("/buyerReference", before.buyerReference()));
    }

    private static Optional<Member.Guardian> guardian(Member member, Changes changes, MemberForm form) {
        var before = member.guardian();
        var name =
                changes.or("/guardian/name", before.map(Member.Guardian::name)).orElse("");
        var email = changes.or("/guardian/email", before.flatMap(Member.Guardian::email));
        return (name + email.orElse("")).isBlank() ? Optional.empty() : Optional.of(form.guardian(name, email));
    }

    /** What is cleared is wished no more: documents go as the tenant sends them. */
    private static Optional<Channel> wish(Optional<String> name, MemberForm form) {
        var wish = name.flatMap(wanted -> Arrays.stream(Channel.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst());
        if (name.isPresent() && wish.isEmpty()) {
            form.fault("bad-channel", "/channel");
        }
        return wish;
    }

    /** The pointers of what can be changed. */
    static List<String> fields() {
        return List.of(
                "/givenName",
                "/familyName",
                "/email",
                "/phone",
                "/peppol",
                "/buyerReference",
                "/address/street",
                "/address/postalCode",
                "/address/city",
                "/channel",
                "/language",
                "/guardian/name",
                "/guardian/email",
                NUMBER);
    }

    /** What is to be: the new value, the cleared one, or the one that stays. */
    private record Changes(Map<String, Optional<String>> values) {
        String or(String pointer, String before) {
            return or(pointer, Optional.of(before)).orElse("");
        }

        Optional<String> or(String pointer, Optional<String> before) {
            return values.getOrDefault(pointer, before);
        }
    }
}
