package se.aviso.launcher.keycloak;

import java.util.List;

/** The users whom the demo's realm brings; the realm's file has them too. */
public final class DemoUsers {
    /** Their names. */
    public static final List<String> NAMES = List.of("office", "treasurer", "member");

    /** The one password of all. */
    public static final String PASSWORD = "aviso-demo";

    private DemoUsers() {}
}
