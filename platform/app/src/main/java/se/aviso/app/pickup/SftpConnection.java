package se.aviso.app.pickup;

import java.util.Optional;
import se.aviso.pickup.HostKey;

/**
 * How a server is reached; its secret is not among it.
 *
 * @param byKey true where the user shows a key, false where they have a password
 * @param hostKey what a person has compared and pinned
 * @param archiveFolder where files are moved that were fetched; empty where they are deleted
 */
public record SftpConnection(
        String host,
        int port,
        String user,
        boolean byKey,
        Optional<HostKey> hostKey,
        String folder,
        String pattern,
        String archiveFolder) {
    /** True where fetched files are deleted. */
    public boolean deletes() {
        return archiveFolder.isEmpty();
    }

    /** True when the other is the same server: its key stays pinned. */
    boolean isSameServer(SftpConnection other) {
        return host.equals(other.host) && port == other.port;
    }

    SftpConnection pinned(Optional<HostKey> key) {
        return new SftpConnection(host, port, user, byKey, key, folder, pattern, archiveFolder);
    }
}
