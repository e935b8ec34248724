package se.aviso.launcher.keycloak;

import java.util.List;

/** The users whom the demo's realm brings; the realm's file has them too. */
public final class DemoUsers {
    /** The one user of the other demo tenant, with all that the edition ENTERPRISE opens. */
    private static final String ENTERPRISE = "enterprise";

    /** Their names; the newcomer can log in and was granted nothing yet. */
    public static final List<String> NAMES = List.of(
            "office", "treasurer", "member", "cashier", "auditor", "district", "operator", "newcomer", ENTERPRISE);

    /** The one password of all. */
    public static final String PASSWORD = "aviso-demo";

    private DemoUsers() {}

    /** The slug of the tenant that the user belongs to. */
    static String organisation(String user) {
        return user.equals(ENTERPRISE) ? "enterprise-demo" : "demo";
    }
}
