package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.kernel.MembershipTypeId;

/** Changes what can be changed of a membership type, and ends it from a day on. What is issued stays as it is. */
@ApplicationScoped
@Transactional
public class ChangeMembershipType {
    private static final int FORBIDDEN = 403;

    @Inject
    MembershipTypeStore types;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** A type and the version of it that a change must name. */
    public record Versioned(MembershipType type, long version) {}

    /** One type, as it can be changed. */
    public Optional<Versioned> find(UUID id) {
        var typeId = new MembershipTypeId(id);
        return Optional.ofNullable(types.all().get(typeId))
                .map(type -> new Versioned(type, types.version(typeId).orElseThrow()));
    }

    /**
     * Changes a type, if it still has the version that the caller has seen.
     *
     * @param changes by JSON pointer; a field without a value is cleared
     */
    public void change(UUID id, LongConsumer sameVersion, Map<String, Optional<String>> changes) {
        if (!caller.may(Permission.TYPE_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden"); // a type is of all groups
        }
        types.lock(new MembershipTypeId(id));
        var before = find(id).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        var written = new LinkedHashMap<>(TypeTermsForm.written(before.type()));
        changes.forEach((pointer, text) -> written.put(pointer, text.orElse("")));
        var after = new TypeTermsForm(written, businessDate.today()).changed(before.type());
        types.change(after);
        var differing = Change.between(TypeTermsForm.audited(before.type()), TypeTermsForm.audited(after));
        trail.record(Deed.ofTenant(Act.TYPE_CHANGED, id, differing));
    }
}
