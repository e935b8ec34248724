package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.member.OwnDetails;

/** Shows people what is known of them; somebody else is as unknown as nobody. */
@ApplicationScoped
@Transactional
public class FindOwnDetails {
    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** The members that the caller is, by number; they are as many as one mailbox has at most. */
    List<FindMembers.Versioned> all() {
        return of(caller.memberIds()).stream().map(this::shown).toList();
    }

    /** One member that the caller is, without what is not shown to them here. */
    public Optional<FindMembers.Versioned> shown(UUID id) {
        return whole(id).map(this::shown);
    }

    /** The same with all that is known, for use cases that show none of it. */
    Optional<FindMembers.Versioned> whole(UUID id) {
        return caller.memberIds().contains(id) ? of(List.of(id)).stream().findFirst() : Optional.empty();
    }

    /** What the caller may see and change of that member. */
    OwnDetails rule(Member member) {
        return new OwnDetails(isByLink(), member.privacy().protectedIdentity());
    }

    /**
     * Those of the caller's own members whose whereabouts no document and no copy shows them here either: people with a
     * protected identity, to whoever came in by a link.
     */
    public Set<UUID> hidden(Collection<UUID> members) {
        return isByLink()
                ? of(members).stream()
                        .map(FindMembers.Versioned::member)
                        .filter(member -> !rule(member).showsWhereabouts())
                        .map(member -> member.id().value())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private boolean isByLink() {
        return caller.user().isEmpty();
    }

    private FindMembers.Versioned shown(FindMembers.Versioned found) {
        return rule(found.member()).showsWhereabouts()
                ? found
                : new FindMembers.Versioned(found.member().withoutWhereabouts(), found.version());
    }

    private List<FindMembers.Versioned> of(Collection<UUID> members) {
        return sql.query(
                "select " + MemberStore.COLUMNS + " from member m where m.tenant_id = ? and m.id = any(?) "
                        + "and m.erased_on is null order by m.number",
                row -> new FindMembers.Versioned(MemberStore.read(row), row.bigint("version")),
                Tenancy.required(),
                Sql.uuids(members));
    }
}
