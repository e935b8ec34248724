package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;

/**
 * Has a plugin try settings before they are kept, and tells what they would have made of what was done already; nothing
 * is kept, and no transaction is open meanwhile.
 */
@ApplicationScoped
public class TryPluginSettings {
    @Inject
    ChangePluginChoice change;

    @Inject
    FindPluginChoices find;

    @Inject
    PluginHost host;

    @Inject
    PluginCalls calls;

    @Inject
    SettingsTrial trial;

    @Inject
    @Any
    Instance<DryRun> dryRuns;

    @Inject
    @Any
    Instance<PaperTrial> paperTrials;

    /**
     * What came of it.
     *
     * @param tried whether the plugin has anything to try
     * @param problem what is wrong; nothing else is told then
     * @param effects what the settings would have changed of what was booked or billed
     * @param documents what they would have changed on documents
     */
    public record Tried(
            boolean tried,
            Optional<String> problem,
            Optional<DryRun.Effects> effects,
            Optional<PaperTrial.Papers> documents) {
        private static Tried failed(String problem) {
            return new Tried(true, Optional.of(problem), Optional.empty(), Optional.empty());
        }
    }

    /**
     * What comes of trying them, turned on or not; all calls of the plugin together have the time that somebody waits.
     *
     * @throws RuleViolation where the settings are not what the plugin's schema says
     */
    public Tried tried(ChangePluginChoice.Wanted wanted) {
        var settings = change.taken(wanted.turnedOnToTry());
        return calls.whileOneWaits(() -> tried(wanted, settings));
    }

    private Tried tried(ChangePluginChoice.Wanted wanted, Map<String, String> settings) {
        try {
            var problem = trial.problem(wanted.plugin(), settings);
            if (problem.isPresent()) {
                return Tried.failed(problem.get());
            }
            var scope = scope(wanted);
            var effects = effects(wanted.plugin(), scope, settings);
            var documents = documents(wanted.plugin(), scope, settings);
            var tried = effects.isPresent() || documents.isPresent() || trial.hasTest(wanted.plugin());
            return new Tried(tried, Optional.empty(), effects, documents);
        } catch (PluginFailure silent) {
            return Tried.failed(silent.kind().name());
        }
    }

    /** Where more is decided nearer, the settings would not hold. */
    private TrialScope scope(ChangePluginChoice.Wanted wanted) {
        var path = change.place(wanted.group());
        return new TrialScope(path, find.of(host.described(wanted.plugin())).decidedBelow(path));
    }

    private Optional<DryRun.Effects> effects(String plugin, TrialScope scope, Map<String, String> settings) {
        return dryRuns.stream()
                .map(run -> run.effects(plugin, scope, settings))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PaperTrial.Papers> documents(String plugin, TrialScope scope, Map<String, String> settings) {
        return paperTrials.stream()
                .map(trial -> trial.papers(plugin, scope, settings))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
