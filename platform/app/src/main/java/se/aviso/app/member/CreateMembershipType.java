package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pricing.Price;

/** Adds a membership type with its price list, and shows the types. */
@ApplicationScoped
@Transactional
public class CreateMembershipType {
    private static final String WHOLE_TREE = "/";

    @Inject
    MembershipTypeStore types;

    @Inject
    GroupStore groups;

    /** Adds the type, or says everything that is wrong with it. */
    public MembershipTypeBodies.TypeBody create(MembershipTypeBodies.TypeBody body) {
        var groupIds = body.prices().stream()
                .flatMap(price -> price.groupId().stream())
                .map(GroupId::new)
                .toList();
        var type = new MembershipTypeForm(body).type(groups.groupsById(groupIds));
        if (!types.add(type)) {
            throw RuleViolation.at(
                    "/slug", "slug-taken", Map.of("slug", type.names().slug()));
        }
        return body(List.of(type)).get(0);
    }

    /** The types with a slug behind the given one. */
    public List<MembershipTypeBodies.TypeBody> list(String afterSlug, int limit) {
        return body(types.all().values().stream()
                .filter(type -> type.names().slug().compareTo(afterSlug) > 0)
                .limit(limit)
                .toList());
    }

    /** One type. */
    public Optional<MembershipTypeBodies.TypeBody> find(UUID id) {
        return Optional.ofNullable(types.all().get(new MembershipTypeId(id)))
                .map(type -> body(List.of(type)).get(0));
    }

    private List<MembershipTypeBodies.TypeBody> body(List<MembershipType> listed) {
        var paths = listed.stream()
                .flatMap(type -> type.prices().prices().stream())
                .map(Price::groupPath)
                .filter(path -> !path.equals(WHOLE_TREE))
                .distinct()
                .toList();
        var ids = groups.idsByPath(paths);
        return listed.stream()
                .map(type -> MembershipTypeBodies.TypeBody.of(type, ids))
                .toList();
    }
}
