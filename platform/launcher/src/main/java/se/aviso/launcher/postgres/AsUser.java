package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root: for root it runs in a user namespace of its own, where it is nobody. */
final class AsUser {
    private AsUser() {}

    /** What stands before each of PostgreSQL's commands. */
    static List<String> prefix() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        return root ? List.of("unshare", "-U") : List.of();
    }
}
