package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongConsumer;
import se.aviso.kernel.RuleViolation;

/** Keeps what is decided of a plugin, once rules for the books have said that they can do with their settings. */
@ApplicationScoped
public class KeepPluginChoice {
    @Inject
    SettingsTrial trial;

    @Inject
    ChangePluginChoice change;

    /**
     * Keeps it, if what it replaces is still what the caller has seen: version 0 where nothing was decided yet.
     *
     * @throws RuleViolation where the settings cannot be, or a group would have the accounting rules of two plugins
     */
    public void keep(ChangePluginChoice.Wanted wanted, LongConsumer sameVersion) {
        if (wanted.turnedOn()) {
            trial.requireUsable(wanted.plugin(), () -> change.taken(wanted));
        }
        change.change(wanted, sameVersion);
    }
}
