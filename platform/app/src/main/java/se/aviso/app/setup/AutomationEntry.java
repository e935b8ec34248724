package se.aviso.app.setup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.run.ChannelCosts;
import se.aviso.app.run.RunSettings;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyPlan;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;
import se.aviso.run.HoldWindow;

/** Reads {@code automation} of a tenant's file. */
final class AutomationEntry {
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final Map<String, DailyWork> WORKS = Map.of(
            "renewal", DailyWork.RENEWAL,
            "reminder", DailyWork.REMINDER,
            "lapse", DailyWork.LAPSE,
            "periodEnd", DailyWork.PERIOD_END);

    private AutomationEntry() {}

    /** The settings; nobody has set them yet. */
    static RunSettings read(Yaml automation) {
        var modes = new EnumMap<DailyWork, DailyMode>(DailyWork.class);
        WORKS.forEach((key, work) ->
                automation.optional(key).ifPresent(text -> modes.put(work, mode(automation, key, text))));
        var plan = new DailyPlan(
                modes,
                automation
                        .optional("startsAt")
                        .map(text -> time(automation, text))
                        .orElse(DailyPlan.USUAL_START));
        var hold = automation.optional("holdMinutes").isPresent() ? automation.number("holdMinutes") : 0;
        return new RunSettings(plan, hold(automation, hold), costs(automation.optionalInner("costs")), 0);
    }

    /** An {@code OFF} without quotes is a truth value to YAML. */
    private static DailyMode mode(Yaml automation, String key, String text) {
        return text.equals("false") ? DailyMode.OFF : automation.constant(key, DailyMode.class);
    }

    private static LocalTime time(Yaml automation, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw automation.wrong("startsAt", "is no time such as \"06:00\"");
        }
    }

    private static HoldWindow hold(Yaml automation, int minutes) {
        var length = Duration.ofMinutes(minutes);
        if (!HoldWindow.isPossible(length)) {
            throw automation.wrong("holdMinutes", "is not between 0 and a week");
        }
        return new HoldWindow(length);
    }

    private static ChannelCosts costs(Optional<Yaml> costs) {
        var read = new EnumMap<Channel, Money>(Channel.class);
        for (var channel : Channel.values()) {
            costs.flatMap(entry -> entry.optional(channel.name()))
                    .ifPresent(text -> read.put(channel, Money.parse(text, SEK)));
        }
        return new ChannelCosts(read);
    }
}
