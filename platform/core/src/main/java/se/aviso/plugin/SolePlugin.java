package se.aviso.plugin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Of some kinds of extensions a group has that of one plugin at the most. One that is turned on stands in the way of
 * another though it does not run, or is no longer bought: it may be back any day, and there would be two.
 *
 * @param kind of extensions
 * @param running the plugins that run and have such an extension, and whether each must be turned on to be had
 * @param decisions all that were made of plugins
 */
public record SolePlugin(String kind, Map<String, Boolean> running, Collection<SilentPlugins.Decision> decisions) {
    /** Another plugin that a group on that path or below has, were this one turned on there. */
    public Optional<String> inTheWayOf(String plugin, String path) {
        var others = new TreeSet<>(running.keySet());
        decisions.stream()
                .filter(each -> each.mayOffer(kind))
                .map(SilentPlugins.Decision::plugin)
                .forEach(others::add);
        others.remove(plugin);
        var wanted = reach(plugin, Map.of(path, true));
        return others.stream()
                .filter(other -> wanted.shared(reach(other, Map.of())).isPresent())
                .findFirst();
    }

    private Reach reach(String plugin, Map<String, Boolean> also) {
        var unasked = !running.getOrDefault(plugin, true);
        var decided = new HashMap<String, Boolean>();
        decisions.stream()
                .filter(each -> each.plugin().equals(plugin))
                .forEach(each -> decided.put(each.path(), unasked || each.turnedOn()));
        decided.putAll(also);
        return new Reach(unasked, decided);
    }
}
