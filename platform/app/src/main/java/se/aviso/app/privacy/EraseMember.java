package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.RuleViolation;
import se.aviso.privacy.Erasure;

/** Erases who asks for it, as far as the law lets, and certifies what went and what stayed. */
@ApplicationScoped
@Transactional
public class EraseMember {
    @Inject
    FindMembers find;

    @Inject
    MemberStore members;

    @Inject
    MembershipStore memberships;

    @Inject
    ErasureStore store;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    Provisioning provisioning;

    @Inject
    AuditTrail trail;

    /**
     * What an erasure would do.
     *
     * @param version of the member's row; who erases has seen this one
     */
    public record Plan(Member member, long version, List<Erasure.Obstacle> obstacles, Certificate certificate) {}

    /** Tells what it would do, and what stands in its way. */
    public Optional<Plan> plan(UUID id) {
        return find.whole(id, Permission.MEMBER_ERASE).map(this::plan);
    }

    /** Erases, if the row still has the version that the caller has seen and nothing stands in the way. */
    public Certificate erase(UUID id, LongConsumer sameVersion, Optional<String> reason) {
        members.lock(id);
        var plan = plan(id).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(plan.version());
        var why = Reason.of(reason);
        if (!plan.obstacles().isEmpty()) {
            throw new RuleViolation(
                    plan.obstacles().stream().map(EraseMember::fault).toList());
        }
        var group = memberships.firstGroup(id);
        store.erase(id, plan.certificate(), caller.user());
        store.endLogIn(id, caller.user())
                .forEach(user -> user.account().ifPresent(account -> provisioning.farewell(user.user(), account)));
        trail.record(new Deed(Act.MEMBER_ERASED, id, group, List.of(), Optional.of(why.text())));
        return plan.certificate();
    }

    /** The certificate of an erasure that was done. */
    public Optional<Certificate> certificate(UUID id) {
        return find.whole(id, Permission.MEMBER_ERASE).flatMap(found -> store.certificate(id));
    }

    private Plan plan(FindMembers.Versioned found) {
        var member = found.member();
        var erasure = new Erasure(store.standing(member.id().value()));
        var certificate = new Certificate(
                member.id().value(),
                member.number(),
                businessDate.today(),
                List.of(Erasure.Erased.values()),
                erasure.kept().stream().map(Certificate.Keeping::of).toList());
        return new Plan(member, found.version(), erasure.obstacles(), certificate);
    }

    private static RuleViolation.Fault fault(Erasure.Obstacle obstacle) {
        var code = "erase-" + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RuleViolation.Fault(code, "", Map.of());
    }
}
