package se.aviso.app.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what settings would have made of what was done already, before they hold; nothing is kept. */
public interface DryRun {
    /**
     * What changes.
     *
     * @param looked how much was looked at, at most what can be told while somebody waits
     */
    record Effects(LocalDate firstDay, LocalDate lastDay, int looked, List<Effect> changes) {}

    /** What a thing comes to now, and what it would come to; amounts in kronor. */
    record Effect(String name, String before, String after) {}

    /**
     * The effects for the groups on that path and below, where the plugin is of the kind that this one knows.
     *
     * @param settings secrets among them
     * @throws PluginFailure where the plugin makes nothing of it
     */
    Optional<Effects> effects(String plugin, String path, Map<String, String> settings);
}
