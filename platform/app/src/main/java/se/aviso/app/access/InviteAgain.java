package se.aviso.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.identity.Provisioning;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.RuleViolation;

/** Sends the invitation once more to somebody who has not logged in yet. */
@ApplicationScoped
@Transactional
public class InviteAgain {
    @Inject
    UserStore users;

    @Inject
    Provisioning provisioning;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** True where Aviso sends invitations at all. */
    public boolean isOn() {
        return provisioning.isOn();
    }

    /** Somebody who holds something where the caller gives access. */
    public Optional<GivenGrant.User> find(UUID id) {
        var criteria = Criteria.of("u").and("u.id = ?", id);
        return users.holders(caller.pathsFor(Permission.GRANT_WRITE), criteria, 1).stream()
                .findFirst();
    }

    /** Invites, or says why not. One that is under way already is enough. */
    public GivenGrant.User invite(UUID id) {
        var user = find(id).orElseThrow(HttpProblem::notFound);
        if (!isOn()) {
            throw RuleViolation.of("provisioning-off", Map.of());
        }
        if (user.known()) {
            throw RuleViolation.of("user-has-logged-in", Map.of());
        }
        provisioning.inviteAgain(id);
        trail.record(new Deed(Act.USER_INVITED, id, Optional.empty(), List.of(), Optional.empty()));
        return find(id).orElseThrow();
    }
}
