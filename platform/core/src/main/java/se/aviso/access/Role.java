package se.aviso.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.aviso.group.GroupKind;

/** A named set of permissions, granted to a user on a subtree of the groups. */
public enum Role {
    /** Runs the federation: everything, on the whole tree. */
    TENANT_ADMIN(
            1,
            Stands.ON_THE_WHOLE_TREE,
            EnumSet.complementOf(EnumSet.of(Permission.OWN_READ, Permission.OWN_WRITE, Permission.INSTALLATION_RUN))),

    /** Runs a group and all below it. */
    GROUP_ADMIN(2, Stands.ANYWHERE, Sets.GROUP_ADMIN),

    /** Sees what concerns the member that the grant names; comes with the membership. */
    MEMBER(3, Stands.WITH_A_MEMBER, EnumSet.of(Permission.OWN_READ, Permission.OWN_WRITE, Permission.SELF_READ)),

    /** Runs the installation, and sees no data of a tenant's members. */
    OPERATOR(
            4,
            Stands.ON_THE_WHOLE_TREE,
            EnumSet.of(
                    Permission.INSTALLATION_RUN,
                    Permission.PLUGIN_READ,
                    Permission.GRANT_READ,
                    Permission.GRANT_WRITE,
                    Permission.SELF_READ)),

    /** Runs a federation and all below it, with its prices and what is known of its members. */
    FEDERATION_ADMIN(
            5,
            Stands.ON_A_FEDERATION,
            Sets.with(
                    Sets.GROUP_ADMIN,
                    Permission.TYPE_WRITE,
                    Permission.PERSONAL_NUMBER_READ,
                    Permission.PROTECTED_READ,
                    Permission.MEMBER_DATA_READ,
                    Permission.MEMBER_ERASE)),

    /** Runs a district and its local groups. */
    DISTRICT_ADMIN(6, Stands.ON_A_DISTRICT, Sets.GROUP_ADMIN),

    /** Reads bank files in and settles payments, and sees the invoices that this takes. */
    CASHIER(
            7,
            Stands.ANYWHERE,
            EnumSet.of(
                    Permission.INVOICE_READ,
                    Permission.PAYMENT_READ,
                    Permission.PAYMENT_WRITE,
                    Permission.BANK_FILE_READ,
                    Permission.BANK_FILE_IMPORT,
                    Permission.SELF_READ)),

    /** Reads all that concerns the groups, and changes nothing. */
    AUDITOR(8, Stands.ANYWHERE, Sets.READS);

    private final int code;
    private final Stands stands;

    /** Unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    Role(int code, Stands stands, Collection<Permission> permissions) {
        this.code = code;
        this.stands = stands;
        this.permissions = Set.copyOf(permissions);
    }

    /** The number that stands for it in the table. */
    public int code() {
        return code;
    }

    /** What it allows. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** True for a role that people give each other; the others come with a membership. */
    public boolean isGivenByHand() {
        return stands != Stands.WITH_A_MEMBER;
    }

    /**
     * True when it can be granted on a group of that kind.
     *
     * @param kind none for the whole tree
     */
    public boolean mayStandOn(Optional<GroupKind> kind) {
        return switch (stands) {
            case ANYWHERE -> true;
            case ON_THE_WHOLE_TREE -> kind.isEmpty();
            case ON_A_FEDERATION -> kind.filter(GroupKind.FEDERATION::equals).isPresent();
            case ON_A_DISTRICT -> kind.filter(GroupKind.DISTRICT::equals).isPresent();
            case WITH_A_MEMBER -> kind.isPresent();
        };
    }

    /** The role of that number in the table. */
    public static Role of(int code) {
        return Arrays.stream(values())
                .filter(role -> role.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + code));
    }

    /** Where a role can stand in the tree. */
    private enum Stands {
        ANYWHERE,
        ON_THE_WHOLE_TREE,
        ON_A_FEDERATION,
        ON_A_DISTRICT,
        WITH_A_MEMBER
    }

    /** What several roles have in common. */
    private static final class Sets {
        /** Plugins are the installation's and no group's, so they are not read with a group. */
        static final Set<Permission> READS = Set.of(
                Permission.GROUP_READ,
                Permission.MEMBER_READ,
                Permission.TYPE_READ,
                Permission.PRODUCT_READ,
                Permission.INVOICE_READ,
                Permission.INVOICE_EXPORT,
                Permission.PAYMENT_READ,
                Permission.BANK_FILE_READ,
                Permission.RUN_READ,
                Permission.DISPATCH_READ,
                Permission.LEDGER_READ,
                Permission.GRANT_READ,
                Permission.AUDIT_READ,
                Permission.SELF_READ);

        static final Set<Permission> GROUP_ADMIN = with(
                READS,
                Permission.GROUP_WRITE,
                Permission.MEMBER_WRITE,
                Permission.PRODUCT_WRITE,
                Permission.INVOICE_WRITE,
                Permission.PAYMENT_WRITE,
                Permission.BANK_FILE_IMPORT,
                Permission.RUN_WRITE,
                Permission.GRANT_WRITE);

        private Sets() {}

        static Set<Permission> with(Set<Permission> base, Permission... more) {
            var all = EnumSet.copyOf(base);
            all.addAll(Arrays.asList(more));
            return Set.copyOf(all);
        }
    }
}
