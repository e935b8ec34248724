package se.aviso.automation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a tenant lets Aviso do by itself, and from which time of the day.
 *
 * @param modes one for each work; one that is left out is {@link DailyMode#OFF}
 * @param startsAt the tenant's own time, to the minute
 */
public record DailyPlan(Map<DailyWork, DailyMode> modes, LocalTime startsAt) {
    /** Days further back than this are not made up for: who was away for a quarter looks before anything goes out. */
    public static final int MOST_DAYS_BACK = 92;

    /** Before the office opens, so that proposals lie there when it does. */
    public static final LocalTime USUAL_START = LocalTime.of(6, 0);

    public DailyPlan {
        var all = new EnumMap<DailyWork, DailyMode>(DailyWork.class);
        for (var work : DailyWork.values()) {
            all.put(work, Objects.requireNonNullElse(modes.get(work), DailyMode.OFF));
        }
        modes = Map.copyOf(all);
        if (startsAt.getSecond() != 0 || startsAt.getNano() != 0) {
            throw new IllegalArgumentException("a day's work begins on the minute, not at " + startsAt);
        }
    }

    /** Where nobody has said anything: nothing is sent unasked, and what is over ends. */
    public static DailyPlan cautious() {
        return new DailyPlan(
                Map.of(
                        DailyWork.RENEWAL, DailyMode.PROPOSE,
                        DailyWork.REMINDER, DailyMode.PROPOSE,
                        DailyWork.LAPSE, DailyMode.PROPOSE,
                        DailyWork.PERIOD_END, DailyMode.DO),
                USUAL_START);
    }

    /** Everything is done by itself, as in a tenant for demonstrations. */
    public static DailyPlan everything() {
        var modes =
                Arrays.stream(DailyWork.values()).collect(Collectors.toMap(Function.identity(), work -> DailyMode.DO));
        return new DailyPlan(modes, USUAL_START);
    }

    /** How far Aviso goes by itself with that work. */
    public DailyMode mode(DailyWork work) {
        return Objects.requireNonNull(modes.get(work));
    }

    /**
     * The days whose work is to be begun now, the oldest first; each is done as on that day. The first day ever is the
     * one on which the plan is first asked.
     *
     * @param last the latest day whose work was begun
     * @param now the tenant's own time
     */
    public List<LocalDate> owed(Optional<LocalDate> last, LocalDateTime now) {
        var latest = now.toLocalTime().isBefore(startsAt) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        var earliest = latest.minusDays(MOST_DAYS_BACK);
        var first = last.map(day -> day.plusDays(1)).orElse(now.toLocalDate());
        var from = first.isBefore(earliest) ? earliest : first;
        return from.isAfter(latest)
                ? List.of()
                : from.datesUntil(latest.plusDays(1)).toList();
    }
}
