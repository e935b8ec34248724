package se.aviso.app.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.kernel.MemberId;

/** Shows the family of a member: who pays, and for whom. */
@ApplicationScoped
@Transactional
public class FindFamilies {
    @Inject
    FamilyStore families;

    @Inject
    FindMembers members;

    /**
     * A family as a caller sees it: members of groups that are not the caller's are counted, and not named.
     *
     * @param payerDied true while nobody can be billed for it
     */
    public record Seen(UUID id, long version, UUID payer, boolean payerDied, List<Member> members, int others) {}

    /** The family of a member whom the caller may see; empty for one without. */
    public Optional<Seen> of(UUID member) {
        if (members.find(member, Permission.MEMBER_READ).isEmpty()) {
            return Optional.empty();
        }
        var family = families.of(List.of(member)).get(new MemberId(member));
        return Optional.ofNullable(family).map(this::seen);
    }

    private Seen seen(FamilyStore.Family family) {
        var all = families.members(family.id());
        var visible = all.stream()
                .flatMap(id -> members.find(id, Permission.MEMBER_READ).stream())
                .map(FindMembers.Versioned::member)
                .sorted(Comparator.comparing(Member::born))
                .toList();
        return new Seen(
                family.id(),
                family.version(),
                family.payer().value(),
                family.payerDied(),
                visible,
                all.size() - visible.size());
    }
}
