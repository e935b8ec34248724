package se.aviso.app.automation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.run.ChannelCosts;
import se.aviso.app.run.RunSettings;
import se.aviso.app.web.WrittenAmount;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyPlan;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.run.HoldWindow;

/** Settings as somebody has written them; all that is wrong with them is told at once. */
record WrittenSettings(Map<DailyWork, DailyMode> daily, String startsAt, int holdMinutes, Map<Channel, String> costs) {
    private static final Currency KRONOR = Currency.getInstance("SEK");

    /** The settings that are meant; the version is nobody's yet. */
    RunSettings read() {
        var faults = new ArrayList<Fault>();
        var start = start(faults);
        var hold = hold(faults);
        var read = new EnumMap<Channel, Money>(Channel.class);
        costs.forEach((channel, text) -> cost(channel, text, faults).ifPresent(cost -> read.put(channel, cost)));
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return new RunSettings(new DailyPlan(daily, start), hold, new ChannelCosts(read), 0);
    }

    private LocalTime start(List<Fault> faults) {
        try {
            var time = LocalTime.parse(startsAt.strip());
            if (time.getSecond() == 0 && time.getNano() == 0) {
                return time;
            }
        } catch (DateTimeException noTime) {
            // told below, like a time with seconds
        }
        faults.add(new Fault("start-invalid", "/startsAt", Map.of()));
        return LocalTime.MIDNIGHT;
    }

    private HoldWindow hold(List<Fault> faults) {
        var length = Duration.ofMinutes(holdMinutes);
        if (HoldWindow.isPossible(length)) {
            return new HoldWindow(length);
        }
        faults.add(new Fault("hold-invalid", "/holdMinutes", Map.of()));
        return HoldWindow.NONE;
    }

    private static Optional<Money> cost(Channel channel, String text, List<Fault> faults) {
        try {
            var cost = Money.parse(WrittenAmount.decimal(text), KRONOR);
            if (!cost.isNegative()) {
                return Optional.of(cost);
            }
        } catch (IllegalArgumentException noAmount) {
            // told below, like one below nothing
        }
        faults.add(new Fault("cost-invalid", "/costs/" + channel, Map.of()));
        return Optional.empty();
    }
}
