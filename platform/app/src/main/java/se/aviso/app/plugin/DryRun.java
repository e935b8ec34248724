package se.aviso.app.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what settings would have made of what was done already, before they hold; nothing is kept. */
public interface DryRun {
    /** What was looked at. */
    enum Basis {
        /** Entries that are booked. */
        BOOKED,
        /** Membership periods that were billed, of the types that the plugin prices. */
        BILLED,
        /** The same of all types, for the plugin prices none yet: what would be, if it priced each. */
        BILLED_WITHOUT_RULE
    }

    /**
     * What changes.
     *
     * @param looked how much was looked at, at most what can be told while somebody waits
     * @param among how much there is in those days, where more may be than was looked at: of the rest nothing is known
     */
    record Effects(
            Basis basis,
            LocalDate firstDay,
            LocalDate lastDay,
            int looked,
            Optional<Long> among,
            List<Effect> changes) {
        /** How many were not looked at, for the newest alone were. */
        public long rest() {
            return among.map(all -> all - looked).orElse(0L);
        }
    }

    /**
     * What a thing comes to now, and what it would come to; amounts in kronor.
     *
     * @param after absent of memberships that would get no price
     * @param memberships whose sum it is; absent of an account
     */
    record Effect(String name, String before, Optional<String> after, Optional<Memberships> memberships) {}

    /** How many memberships, and how many of them come to something else than before. */
    record Memberships(int count, int changed) {}

    /**
     * The effects for those groups, where the plugin is of the kind that this one knows.
     *
     * @param settings secrets among them
     * @throws PluginFailure where the plugin makes nothing of it
     */
    Optional<Effects> effects(String plugin, TrialScope scope, Map<String, String> settings);
}
