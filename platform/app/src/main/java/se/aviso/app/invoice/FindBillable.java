package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.member.Member;
import se.aviso.app.product.FindProducts;
import se.aviso.app.product.ProductStore;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** Whom an invoice can be written to, for which groups, and what these sell: what a page offers to choose from. */
@ApplicationScoped
@Transactional
public class FindBillable {
    private static final int MOST_FOUND = 8;
    private static final int MOST_PRODUCTS = 300;

    @Inject
    FindMembers members;

    @Inject
    FindMemberships memberships;

    @Inject
    FindProducts products;

    @Inject
    SketchStore sketches;

    @Inject
    GroupStore groups;

    @Inject
    Caller caller;

    /** The first few members that the words of a text lead to. */
    public List<Member> named(String text) {
        return members.page(FindMembers.Wanted.named(text), new PageRequest(MOST_FOUND, Optional.empty())).stream()
                .limit(MOST_FOUND)
                .toList();
    }

    /** The member, if the caller sees it. */
    public Optional<Member> find(UUID id) {
        return members.find(id, Permission.MEMBER_READ).map(FindMembers.Versioned::member);
    }

    /** The groups that can bill the member: where it belongs and those above, as far as they are the caller's. */
    public List<Group> billers(UUID member) {
        var places = sketches.places(List.of(member)).values().stream()
                .flatMap(paths -> paths.stream())
                .toList();
        var paths = places.stream()
                .flatMap(path -> new Group.Place(Optional.empty(), path).wayDown().stream())
                .filter(path -> caller.may(Permission.INVOICE_WRITE, path))
                .distinct()
                .toList();
        return groups.groupsById(List.copyOf(groups.idsByPath(paths).values())).values().stream()
                .sorted(Comparator.<Group>comparingInt(
                                group -> -group.place().path().length())
                        .thenComparing(Group::name))
                .toList();
    }

    /** The member's memberships in the caller's groups. */
    public List<FindMemberships.Belonging> memberships(UUID member) {
        return memberships.of(List.of(member));
    }

    /** What a group sells today. */
    public List<ProductStore.Kept> products(GroupId group) {
        return products
                .soldBy(group.value(), Optional.empty(), new PageRequest(MOST_PRODUCTS, Optional.empty()))
                .stream()
                .limit(MOST_PRODUCTS)
                .toList();
    }
}
