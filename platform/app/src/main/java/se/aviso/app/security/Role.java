package se.aviso.app.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A named set of permissions, granted to a caller on a subtree of the groups. */
public enum Role {
    /** Runs the federation: everything, on the whole tree. */
    TENANT_ADMIN(1, EnumSet.complementOf(EnumSet.of(Permission.OWN_READ))),

    /** Runs a group and all below it. */
    GROUP_ADMIN(
            2,
            EnumSet.of(
                    Permission.GROUP_READ,
                    Permission.GROUP_WRITE,
                    Permission.MEMBER_READ,
                    Permission.MEMBER_WRITE,
                    Permission.TYPE_READ,
                    Permission.INVOICE_READ,
                    Permission.INVOICE_WRITE,
                    Permission.PAYMENT_READ,
                    Permission.PAYMENT_WRITE,
                    Permission.RUN_READ,
                    Permission.RUN_WRITE,
                    Permission.DISPATCH_READ,
                    Permission.LEDGER_READ,
                    Permission.SELF_READ)),

    /** Sees what concerns the member that the grant names. */
    MEMBER(3, EnumSet.of(Permission.OWN_READ, Permission.SELF_READ));

    private final int code;

    /** Unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    Role(int code, EnumSet<Permission> permissions) {
        this.code = code;
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

    /** The role of that number in the table. */
    public static Role of(int code) {
        return Arrays.stream(values())
                .filter(role -> role.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + code));
    }
}
