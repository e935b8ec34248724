package se.aviso.automation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
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
    /** After more days without any work somebody looks before anything goes out: a quarter. */
    public static final int MOST_DAYS_MISSED = 92;

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
     * A day whose work is to be begun.
     *
     * @param missed how many days before it passed without any work, which this day's makes good
     */
    public record Owed(LocalDate day, int missed) {}

    /** How far Aviso goes by itself with that work on that day. */
    public DailyMode mode(DailyWork work, Owed owed) {
        var usual = mode(work);
        return usual == DailyMode.DO && work != DailyWork.PERIOD_END && owed.missed() > MOST_DAYS_MISSED
                ? DailyMode.PROPOSE
                : usual;
    }

    /**
     * The day whose work is to be begun now: the latest that has come and was not begun. All of a day's work is for
     * what is due by that day, so the days that were missed are made good by it: nobody is sent in one night what was
     * to come in the course of weeks, and nothing bears the date of a day on which nothing was done. The first day ever
     * is the one on which the plan is first asked.
     *
     * @param last the latest day whose work was begun
     * @param now the tenant's own time
     */
    public Optional<Owed> owed(Optional<LocalDate> last, LocalDateTime now) {
        var latest = now.toLocalTime().isBefore(startsAt) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        var first = last.map(day -> day.plusDays(1)).orElse(now.toLocalDate());
        return first.isAfter(latest)
                ? Optional.empty()
                : Optional.of(new Owed(latest, (int) ChronoUnit.DAYS.between(first, latest)));
    }
}
