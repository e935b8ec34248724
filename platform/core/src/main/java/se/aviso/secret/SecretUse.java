package se.aviso.secret;

import java.util.UUID;

/** What a secret of the installation is sealed for: moved to another row it opens nothing. */
public final class SecretUse {
    private SecretUse() {}

    /** The password or private key of a connection to a server of bank files. */
    public static String sftp(UUID connection) {
        return "sftp " + connection;
    }

    /** The secret settings of a plugin, as a tenant has chosen them. */
    public static String plugin(UUID choice) {
        return "plugin " + choice;
    }
}
