package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.kernel.RuleViolation;

/**
 * Asks the rules about the beginning of an export before anything leaves, so that what they cannot decide does not stay
 * half way. No transaction is open meanwhile.
 */
@ApplicationScoped
public class TryExport {
    private static final System.Logger LOG = System.getLogger(TryExport.class.getName());

    @Inject
    FindExportTrial find;

    @Inject
    ExportRules rules;

    @Inject
    PluginCalls calls;

    /**
     * The rules that have decided its first chunk; none where none hold.
     *
     * @throws RuleViolation where they cannot, or do not answer
     */
    Optional<ExportRules.Held> tried(MakeAccountingExport.Wanted wanted) {
        return find.of(wanted).map(this::tried);
    }

    private ExportRules.Held tried(FindExportTrial.Trial trial) {
        try {
            return calls.whileOneWaits(() -> attempted(trial));
        } catch (PluginFailure refused) {
            LOG.log(System.Logger.Level.ERROR, "an export was not made", refused);
            var facts = Map.of("rules", trial.held().name());
            throw refused.kind() == PluginFailure.Kind.FAILED
                    ? RuleViolation.of("accounting-rules-fail", facts)
                    : RuleViolation.of("accounting-rules-silent", facts);
        }
    }

    private ExportRules.Held attempted(FindExportTrial.Trial trial) {
        rules.attempt(trial.held(), trial.part());
        return trial.held();
    }
}
