package se.aviso.it.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.access.Role;
import se.aviso.it.Issuer;

/** Who calls with a good token: what the tenants' files have granted them, said once more by hand. */
enum Person {
    ADMIN("admin", Role.TENANT_ADMIN, null),
    FEDERATION("federation", Role.FEDERATION_ADMIN, Place.FEDERATION),
    DISTRICT("district", Role.DISTRICT_ADMIN, Place.NORTH),
    /** Runs the club by running what stands above it. */
    ABOVE("above", Role.GROUP_ADMIN, Place.NORTH),
    CHAIR("chair", Role.GROUP_ADMIN, Place.CLUB),
    SISTER("sister", Role.GROUP_ADMIN, Place.SISTER),
    CASHIER("cashier", Role.CASHIER, Place.CLUB),
    TILL("till", Role.CASHIER, Place.NORTH),
    AUDITOR("auditor", Role.AUDITOR, Place.CLUB),
    READER("reader", Role.AUDITOR, Place.FEDERATION),
    OPERATOR("operator", Role.OPERATOR, null),
    MEMBER("member", Role.MEMBER, Place.CLUB),
    OTHER_MEMBER("other", Role.MEMBER, Place.SISTER),
    /** Had a grant that was taken back. */
    ENDED("ended", null, null),
    /** Had a grant until yesterday. */
    EXPIRED("expired", null, null),
    /** Nobody ever granted them anything. */
    STRANGER("stranger", null, null),
    /** Runs the other tenant, and comes with a token that names ours. */
    INTRUDER("admin", null, null),
    /** Runs the other tenant. */
    FOREIGNER("admin", Role.TENANT_ADMIN, null);

    /** For every build: one of each kind of answer. */
    static final List<Person> FEW = List.of(ADMIN, CHAIR, TILL, OPERATOR, MEMBER, EXPIRED, INTRUDER, FOREIGNER);

    private final String user;
    private final @Nullable Role role;
    private final @Nullable Place root;

    Person(String user, @Nullable Role role, @Nullable Place root) {
        this.user = user;
        this.role = role;
        this.root = root;
    }

    /** The tenant that the token names. */
    String tenant() {
        return this == FOREIGNER ? World.MIRROR : World.HERE;
    }

    String subject() {
        return (this == INTRUDER ? World.MIRROR : tenant()) + "-" + user;
    }

    String token() {
        return Issuer.get().token(tenant(), subject());
    }

    boolean may(Permission permission) {
        return role != null && role.permissions().contains(permission);
    }

    /** True for a grant that stands on no group. */
    boolean standsOnTheWholeTree() {
        return role != null && root == null;
    }

    /** True when what stands there is in the subtree that was granted. */
    boolean covers(Place place) {
        if (role == null || place == Place.UNKNOWN || !place.tenant().equals(tenant())) {
            return false;
        }
        return root == null || place.isWithin(root);
    }

    /** The place where somebody is a member. */
    Optional<Place> home() {
        return role == Role.MEMBER ? Optional.ofNullable(root) : Optional.empty();
    }

    /** True when the role has all of what the other has. */
    boolean hasAllOf(Role other) {
        return role != null && role.permissions().containsAll(other.permissions());
    }

    static List<Person> all() {
        return Arrays.asList(values());
    }
}
