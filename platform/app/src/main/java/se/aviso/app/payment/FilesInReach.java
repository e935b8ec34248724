package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Recognition;
import se.aviso.app.tenancy.Criteria;
import se.aviso.kernel.GroupId;

/**
 * Which bank files somebody reaches: those that bring money to groups of their own subtrees and to no other. A file
 * that is nobody's yet is seen by whoever handed it in.
 */
@ApplicationScoped
class FilesInReach {
    private static final String SELLERS =
            "select from bank_file_seller s join group_node g on g.tenant_id = s.tenant_id "
                    + "and g.id = s.seller_group_id where s.tenant_id = b.tenant_id and s.bank_file_id = b.id";

    @Inject
    Recognition recognition;

    @Inject
    GroupStore groups;

    /** Criteria of the file {@code b} for who reaches those subtrees. */
    Criteria of(UUID user, List<String> roots) {
        var criteria = Criteria.of("b");
        if (roots.contains(Grant.WHOLE_TREE)) {
            return criteria;
        }
        return criteria.and("(b.handed_by = ? or exists (" + SELLERS + "))", user)
                .without(SELLERS, "g.path", roots);
    }

    /** The same for somebody who hands files in, by what they may do now. */
    Criteria ofWhoHandsIn(UUID user) {
        return of(user, roots(user));
    }

    /** The groups whose money a file may bring that is handed in on behalf of that user; of nobody: all. */
    Predicate<GroupId> receivable(Optional<UUID> handedBy, Collection<GroupId> sellers) {
        var roots = handedBy.map(this::roots).orElse(List.of(Grant.WHOLE_TREE));
        if (roots.contains(Grant.WHOLE_TREE)) {
            return seller -> true;
        }
        Set<GroupId> own = new HashSet<>();
        groups.groupsById(sellers).forEach((id, group) -> {
            if (roots.stream().anyMatch(group.place().path()::startsWith)) {
                own.add(id);
            }
        });
        return own::contains;
    }

    private List<String> roots(UUID user) {
        return recognition.grants(user).stream()
                .filter(grant -> grant.allows(Permission.BANK_FILE_IMPORT))
                .map(Grant::groupPath)
                .distinct()
                .toList();
    }
}
