package se.aviso.launcher.keycloak;

import java.util.List;

/** The users whom the demo's realm brings; the realm's file has them too. */
public final class DemoUsers {
    /** Their names; the newcomer can log in and was granted nothing yet. */
    public static final List<String> NAMES =
            List.of("office", "treasurer", "member", "cashier", "auditor", "district", "operator", "newcomer");

    /** The one password of all. */
    public static final String PASSWORD = "aviso-demo";

    private DemoUsers() {}
}
