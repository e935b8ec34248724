package se.aviso.app.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files that arrive, and since when each has been left alone by whoever writes it. */
final class Settling {
    private final Map<Path, Look> looks = new ConcurrentHashMap<>();

    /** What a file looked like, and when it was first seen like that. */
    private record Look(long size, FileTime modified, Instant since) {
        boolean isLike(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }

    /** True when neither the size nor the time of the file has changed for so long. */
    boolean isSettled(Path file, Instant now, Duration wait) throws IOException {
        var seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var look = looks.compute(
                file,
                (path, before) -> before != null && before.isLike(seen)
                        ? before
                        : new Look(seen.size(), seen.lastModifiedTime(), now));
        return !look.since().plus(wait).isAfter(now);
    }

    /** Forgets the files of a folder that are not there any more. */
    void keepOnly(Path folder, Collection<Path> present) {
        looks.keySet().removeIf(file -> folder.equals(file.getParent()) && !present.contains(file));
    }
}
