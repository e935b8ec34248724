package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MemberStore;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;

/** Says that somebody has a protected identity, or no longer: who may not see where they live sees it no more. */
@ApplicationScoped
@Transactional
public class ProtectIdentity {
    @Inject
    FindMembers find;

    @Inject
    MemberStore members;

    @Inject
    MembershipStore memberships;

    @Inject
    BusinessDate businessDate;

    @Inject
    AuditTrail trail;

    /**
     * Sets or clears it, if the row still has the version that the caller has seen; what is so already leaves no trace.
     */
    public FindMembers.Versioned set(UUID id, LongConsumer sameVersion, boolean isProtected, Optional<String> reason) {
        members.lock(id);
        var before = find.whole(id, Permission.PROTECTED_READ).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        var why = Reason.of(reason);
        var member = before.member();
        if (member.privacy().protectedIdentity() != isProtected) {
            members.change(member.guarded(isProtected), businessDate.today());
            var act = isProtected ? Act.IDENTITY_PROTECTED : Act.IDENTITY_OPENED;
            trail.record(new Deed(act, id, memberships.firstGroup(id), List.of(), Optional.of(why.text())));
        }
        return find.find(id, Permission.PROTECTED_READ).orElseThrow(HttpProblem::notFound);
    }
}
