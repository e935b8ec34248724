package se.aviso.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.tenant.Edition;

/**
 * What a tenant has of one plugin, group by group: the decision that is nearest upward holds whole, and where nobody
 * has decided, the plugin is as it is for everybody.
 *
 * @param bought what the tenant has bought
 */
public record Possession(PluginUse use, SettingsForm form, Edition bought, List<Decision> decisions) {
    public Possession {
        decisions = List.copyOf(decisions);
    }

    /**
     * What was decided for the group on a path, and for those below it.
     *
     * @param settings as they are kept, secrets among them: never logged
     */
    public record Decision(String path, boolean turnedOn, Map<String, String> settings) {
        public Decision {
            settings = Map.copyOf(settings);
        }
    }

    /** The decision that holds for a group on that path. */
    public Optional<Decision> nearest(String path) {
        return decisions.stream()
                .filter(each -> path.startsWith(each.path()))
                .max(Comparator.comparingInt(each -> each.path().length()));
    }

    /** True when the tenant has it for a group on that path. */
    public boolean isHad(String path) {
        return use.isHad(bought, nearest(path).filter(Decision::turnedOn).isPresent());
    }

    /** True when the tenant has it for some group. */
    public boolean isHadSomewhere() {
        return use.isHad(bought, decisions.stream().anyMatch(Decision::turnedOn));
    }

    /** The settings that the plugin is given for a group on that path. */
    public Map<String, String> settings(String path) {
        return form.given(nearest(path).map(Decision::settings).orElse(Map.of()));
    }

    /**
     * The things parted by the settings that hold for their groups; those for whose groups the tenant has it not are in
     * no part.
     *
     * @param path of a thing's group
     */
    public <T> Map<Map<String, String>, List<T>> parts(Collection<T> things, Function<T, String> path) {
        return byPath(things, path, at -> Optional.of(at).filter(this::isHad).map(this::settings));
    }

    /** The paths below that one for which something else is decided: what is decided for it touches nothing there. */
    public List<String> decidedBelow(String path) {
        return decisions.stream()
                .map(Decision::path)
                .filter(other -> other.startsWith(path) && !other.equals(path))
                .toList();
    }

    /** The things parted by what holds on their paths, which is asked once a path; without it a thing is in no part. */
    static <T, K> Map<K, List<T>> byPath(
            Collection<T> things, Function<T, String> path, Function<String, Optional<K>> holds) {
        var parts = new LinkedHashMap<K, List<T>>();
        things.stream()
                .collect(Collectors.groupingBy(path, LinkedHashMap::new, Collectors.toList()))
                .forEach((at, there) -> holds.apply(at)
                        .ifPresent(key -> parts.merge(key, there, (one, other) -> {
                            one.addAll(other);
                            return one;
                        })));
        return parts;
    }
}
