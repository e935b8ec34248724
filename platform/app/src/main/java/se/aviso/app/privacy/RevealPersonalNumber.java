package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.secret.PersonalNumberStore;
import se.aviso.app.secret.TamperedException;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.RuleViolation;

/** Shows a personal number whole, to who may see it, for a reason that is kept. */
@ApplicationScoped
@Transactional
public class RevealPersonalNumber {
    private static final System.Logger LOG = System.getLogger(RevealPersonalNumber.class.getName());

    @Inject
    FindMembers find;

    @Inject
    MembershipStore memberships;

    @Inject
    PersonalNumberStore numbers;

    @Inject
    AuditTrail trail;

    /** The number; a member without one, or out of reach, is unknown. */
    public PersonalNumber reveal(UUID id, Optional<String> reason) {
        var found = find.whole(id, Permission.PERSONAL_NUMBER_READ).orElseThrow(HttpProblem::notFound);
        var why = Reason.of(reason);
        var number = kept(found.member().id()).orElseThrow(HttpProblem::notFound);
        var group = memberships.firstGroup(id);
        trail.record(new Deed(Act.PERSONAL_NUMBER_SEEN, id, group, List.of(), Optional.of(why.text())));
        return number;
    }

    /** What was moved here from another row is shown to nobody, and the operator is told. */
    private Optional<PersonalNumber> kept(MemberId member) {
        try {
            return numbers.of(member);
        } catch (TamperedException tampered) {
            LOG.log(System.Logger.Level.ERROR, tampered.getMessage());
            throw RuleViolation.of("personal-number-tampered", Map.of());
        }
    }
}
