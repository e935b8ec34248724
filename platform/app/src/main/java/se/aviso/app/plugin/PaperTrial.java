package se.aviso.app.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.invoice.Arrangement;
import se.aviso.invoice.SummaryTrial;

/** Shows documents that were issued as they would have looked by settings that do not hold yet; nothing is kept. */
public interface PaperTrial {
    /**
     * What changes.
     *
     * @param looked how many documents were looked at, at most what can be told while somebody waits
     * @param changed how many of them would have looked otherwise
     * @param plain how many would have had their lines as they are, by the reason
     * @param examples some that would have changed
     */
    record Papers(
            LocalDate firstDay,
            LocalDate lastDay,
            int looked,
            int changed,
            List<Plain> plain,
            List<SummaryTrial.Tried> examples) {}

    /** How many documents would have had their lines as they are, for a reason. */
    record Plain(Arrangement.Plain reason, int count) {}

    /**
     * The newest documents of those groups, where the plugin arranges documents.
     *
     * @param settings secrets among them
     * @throws PluginFailure where the plugin makes nothing of it
     */
    Optional<Papers> papers(String plugin, TrialScope scope, Map<String, String> settings);
}
