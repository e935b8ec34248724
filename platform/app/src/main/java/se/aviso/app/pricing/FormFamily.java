package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation;

/** Puts members together as a family with one payer, changes it, and lets them pay for themselves again. */
@ApplicationScoped
@Transactional
public class FormFamily {
    private static final int MOST = 20;

    @Inject
    FamilyStore families;

    @Inject
    FindMembers members;

    @Inject
    MemberStore persons;

    @Inject
    MembershipStore memberships;

    @Inject
    AuditTrail trail;

    /**
     * Makes these the family of the member: all of them, and nobody else.
     *
     * @param sameVersion refuses when the family is not the one that the caller has seen; 0 stands for none
     * @throws RuleViolation when one is in another family, or the payer is none of them or has died
     */
    public void form(UUID member, LongConsumer sameVersion, UUID payer, Set<UUID> wanted) {
        var all = new LinkedHashSet<>(wanted);
        all.add(member);
        if (all.size() > MOST) {
            throw RuleViolation.at("/memberIds", "family-too-large", Map.of());
        }
        if (!all.contains(payer)) {
            throw RuleViolation.at("/payerId", "family-payer", Map.of());
        }
        all.forEach(this::requireOwn);
        if (!persons.dead(List.of(payer)).isEmpty()) {
            throw RuleViolation.at("/payerId", "family-payer-died", Map.of());
        }
        families.lock();
        var former = Optional.ofNullable(families.of(List.of(member)).get(new MemberId(member)));
        sameVersion.accept(former.map(FamilyStore.Family::version).orElse(0L));
        former.ifPresent(family -> families.members(family.id()).forEach(this::requireOwn));
        var others = families.of(all).values().stream()
                .filter(family ->
                        former.filter(own -> own.id().equals(family.id())).isEmpty())
                .findAny();
        if (others.isPresent()) {
            throw RuleViolation.at("/memberIds", "family-other", Map.of());
        }
        families.put(former, payer, all);
        told(member, all.size());
    }

    /** Lets the members of the family pay for themselves again. */
    public void dissolve(UUID member, LongConsumer sameVersion) {
        requireOwn(member);
        families.lock();
        var family = Optional.ofNullable(families.of(List.of(member)).get(new MemberId(member)))
                .orElseThrow(HttpProblem::notFound);
        sameVersion.accept(family.version());
        families.members(family.id()).forEach(this::requireOwn);
        families.remove(family.id());
        told(member, 0);
    }

    /** Who is none of the caller's is as unknown as nobody. */
    private void requireOwn(UUID member) {
        if (members.find(member, Permission.MEMBER_WRITE).isEmpty()) {
            throw HttpProblem.notFound();
        }
    }

    private void told(UUID member, int size) {
        trail.record(new Deed(
                Act.FAMILY_CHANGED,
                member,
                memberships.firstGroup(member),
                List.of(Change.to(Field.ADDED, size)),
                Optional.empty()));
    }
}
