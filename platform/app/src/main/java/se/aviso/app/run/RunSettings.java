package se.aviso.app.run;

import se.aviso.automation.DailyPlan;
import se.aviso.run.HoldWindow;

/** How runs of a tenant go: by themselves or not, how long documents wait, and what it costs to send one. */
public record RunSettings(DailyPlan plan, HoldWindow hold, ChannelCosts costs, long version) {
    /** The same of a plan. */
    RunSettings with(DailyPlan other) {
        return new RunSettings(other, hold, costs, version);
    }

    /** The same with a hold. */
    RunSettings with(HoldWindow other) {
        return new RunSettings(plan, other, costs, version);
    }

    /** The same with costs. */
    RunSettings with(ChannelCosts other) {
        return new RunSettings(plan, hold, other, version);
    }
}
