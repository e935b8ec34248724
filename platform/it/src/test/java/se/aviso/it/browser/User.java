package se.aviso.it.browser;

import java.util.Locale;
import se.aviso.access.Role;

/** The demo's users, and what each of them is there. */
enum User {
    OFFICE(Role.TENANT_ADMIN),
    TREASURER(Role.GROUP_ADMIN),
    MEMBER(Role.MEMBER),
    CASHIER(Role.CASHIER),
    AUDITOR(Role.AUDITOR),
    OPERATOR(Role.OPERATOR);

    private final Role role;

    User(Role role) {
        this.role = role;
    }

    /** The name that is given at log-in. */
    String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean may(PageAddress page) {
        return page.needs().filter(role.permissions()::contains).isPresent();
    }
}
