package se.aviso.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of several plugins serves a group, where only one can: the one that was turned on nearest to it. One that the
 * tenant has named, and nobody has decided of, serves where none is turned on.
 *
 * @param named by the tenant's files; also goes first among those that are turned on equally near
 */
public record NearestPlugin(List<Candidate> candidates, Optional<String> named) {
    private static final int NOBODY_DECIDED = 0;

    public NearestPlugin {
        candidates = List.copyOf(candidates);
    }

    /**
     * One that may serve.
     *
     * @param name what a tenant calls it by
     */
    public record Candidate(String name, Possession possession) {}

    /** The one that serves, with the settings that it is given; secrets among them, so never logged. */
    public record Serving(String name, Map<String, String> settings) {}

    /** The one that serves a group on that path. */
    public Optional<Serving> at(String path) {
        return candidates.stream()
                .filter(each -> serves(each, path))
                .max(Comparator.<Candidate>comparingInt(each -> nearness(each, path))
                        .thenComparing(this::isNamed)
                        .thenComparing(Candidate::name, Comparator.reverseOrder()))
                .map(each -> new Serving(each.name(), each.possession().settings(path)));
    }

    /** The things parted by what serves their groups; those that nothing serves are in no part. */
    public <T> Map<Serving, List<T>> parts(Collection<T> things, Function<T, String> path) {
        return Possession.byPath(things, path, this::at);
    }

    private boolean serves(Candidate candidate, String path) {
        var possession = candidate.possession();
        return possession
                .nearest(path)
                .map(decision -> decision.turnedOn() && possession.use().isOpenTo(possession.bought()))
                .orElseGet(() -> isNamed(candidate) && possession.isHad(path));
    }

    private boolean isNamed(Candidate candidate) {
        return named.filter(candidate.name()::equals).isPresent();
    }

    private static int nearness(Candidate candidate, String path) {
        return candidate
                .possession()
                .nearest(path)
                .map(decision -> decision.path().length())
                .orElse(NOBODY_DECIDED);
    }
}
