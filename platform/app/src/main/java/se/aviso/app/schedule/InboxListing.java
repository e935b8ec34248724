package se.aviso.app.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies in the watched folder; what nobody will ever pick up is named in the log, once. */
final class InboxListing {
    private static final System.Logger LOG = System.getLogger(InboxListing.class.getName());
    private static final int MOST = 100;

    private final Set<Path> told = ConcurrentHashMap.newKeySet();

    /** The files that wait in a tenant's folder; a link may lead anywhere and is none. */
    List<Path> waiting(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !isLeftAlone(file))
                    .filter(this::isNoLink)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    /** Names, once, what lies beside the tenants' folders; answers what was named now. */
    List<Path> strays(Path inbox, Set<String> tenants) throws IOException {
        try (var files = Files.list(inbox)) {
            return files.filter(file -> !isLeftAlone(file))
                    .filter(file -> !Files.isDirectory(file)
                            || !tenants.contains(file.getFileName().toString()))
                    .sorted()
                    .limit(MOST)
                    .filter(file -> tell(file, "belongs to no tenant"))
                    .toList();
        }
    }

    private boolean isNoLink(Path file) {
        if (Files.isSymbolicLink(file)) {
            tell(file, "is a link");
            return false;
        }
        return true;
    }

    private static boolean isLeftAlone(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith(".part");
    }

    private boolean tell(Path file, String why) {
        var first = told.add(file);
        if (first) {
            LOG.log(System.Logger.Level.WARNING, "not picked up from the watched folder: {0} {1}", file.toUri(), why);
        }
        return first;
    }
}
