package se.aviso.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The plugins that are turned on for a group and do not answer: their jar is gone or was refused, they failed to start,
 * or they are no longer part of what the tenant has bought. Who needs what they offer must not go on as if nobody had
 * ever turned them on.
 */
public final class SilentPlugins {
    private SilentPlugins() {}

    /**
     * What was decided of a plugin for the group on a path and those below it.
     *
     * @param offers the kinds of extensions that it had when that was decided, and those that it has now; absent where
     *     nobody knows: it was decided before they were kept, and the plugin does not run
     */
    public record Decision(String plugin, String path, boolean turnedOn, Optional<Set<String>> offers) {
        public Decision {
            offers = offers.map(Set::copyOf);
        }

        /** The same of a plugin that runs and has those. */
        public Decision runningWith(Set<String> now) {
            var both = new HashSet<>(now);
            offers.ifPresent(both::addAll);
            return new Decision(plugin, path, turnedOn, Optional.of(both));
        }

        /** True where it has extensions of that kind, or may have: what is not known must not be passed over. */
        public boolean mayOffer(String kind) {
            return offers.map(kinds -> kinds.contains(kind)).orElse(true);
        }
    }

    /**
     * Those of them that offer the kind, in the order of their names; of each plugin the decision that is nearest
     * upward holds.
     *
     * @param answers whether a plugin runs with such an extension, and the group has it
     */
    public static List<String> of(Collection<Decision> decisions, String kind, String path, Predicate<String> answers) {
        return decisions.stream()
                .filter(each -> path.startsWith(each.path()))
                .collect(Collectors.groupingBy(
                        Decision::plugin,
                        Collectors.maxBy(
                                Comparator.comparingInt(each -> each.path().length()))))
                .values()
                .stream()
                .flatMap(nearest -> nearest.stream())
                .filter(each -> each.turnedOn() && each.mayOffer(kind))
                .map(Decision::plugin)
                .filter(answers.negate())
                .sorted()
                .toList();
    }
}
