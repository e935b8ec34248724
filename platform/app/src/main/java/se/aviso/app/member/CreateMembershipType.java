package se.aviso.app.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pricing.Price;

/** Adds a membership type with its price list, and shows the types. */
@ApplicationScoped
@Transactional
public class CreateMembershipType {
    private static final String WHOLE_TREE = "/";
    private static final int FORBIDDEN = 403;

    @Inject
    MembershipTypeStore types;

    @Inject
    PriceStore prices;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Adds the type, or says everything that is wrong with it. */
    public MembershipTypeBodies.TypeBody create(MembershipTypeBodies.TypeBody body) {
        if (!caller.may(Permission.TYPE_WRITE, WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden"); // a type is of all groups
        }
        tree.hold();
        var groupIds = body.prices().stream()
                .flatMap(price -> price.groupId().stream())
                .map(GroupId::new)
                .toList();
        var type = new MembershipTypeForm(body).type(groups.groupsById(groupIds));
        if (!types.add(type)) {
            throw RuleViolation.at(
                    "/slug", "slug-taken", Map.of("slug", type.names().slug()));
        }
        var slug = Change.to(Field.SLUG, type.names().slug());
        trail.record(Deed.ofTenant(Act.TYPE_ADDED, type.id().value(), List.of(slug)));
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
        var groupIds = groups.idsByPath(paths);
        var priceIds = prices.ids();
        return listed.stream()
                .map(type ->
                        MembershipTypeBodies.TypeBody.of(type, groupIds, priceIds.getOrDefault(type.id(), Map.of())))
                .toList();
    }
}
