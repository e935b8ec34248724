package se.aviso.it.browser;

import java.util.Locale;
import se.aviso.app.security.Role;

/** The demo's users, and what each of them is there. */
enum User {
    OFFICE(Role.TENANT_ADMIN),
    TREASURER(Role.GROUP_ADMIN),
    MEMBER(Role.MEMBER);

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
