package se.aviso.plugin;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * For which groups a tenant has a plugin: the nearest group that has decided says so.
 *
 * @param otherwise for groups above which none has decided
 * @param decided by the groups' paths
 */
public record Reach(boolean otherwise, Map<String, Boolean> decided) {
    private static final String ROOT = "/";

    public Reach {
        decided = Map.copyOf(decided);
    }

    /** True when the group on that path has it. */
    public boolean isHadAt(String path) {
        return decided.keySet().stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(nearest -> Boolean.TRUE.equals(decided.get(nearest)))
                .orElse(otherwise);
    }

    /**
     * The topmost group that has both. Between two decisions nothing changes, so the groups that have decided are all
     * that need to be asked.
     */
    public Optional<String> shared(Reach other) {
        var paths = new TreeSet<>(decided.keySet());
        paths.addAll(other.decided.keySet());
        paths.add(ROOT);
        return paths.stream()
                .filter(path -> isHadAt(path) && other.isHadAt(path))
                .findFirst();
    }
}
