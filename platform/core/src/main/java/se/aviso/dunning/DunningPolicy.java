package se.aviso.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * How unpaid documents are reminded of, level by level, and when what they offered lapses.
 *
 * @param levels in the order in which they come, each later than the one before; none where nothing is reminded of
 * @param collectorAfterDays from the last reminder to the day on which a claim may be handed over to a collector
 */
public record DunningPolicy(List<DunningLevel> levels, Lapse lapse, int collectorAfterDays) {
    /** So many days that the time never comes, some eighty years: for types whose claims are not reminded of. */
    public static final int NEVER = 30_000;

    /** No policy has more levels than this. */
    public static final int MOST_LEVELS = 9;

    /**
     * The days from the last reminder to the hand-over, until something else is said. No law sets them; a collector's
     * own demand has to leave a reasonable time (inkassolagen 1974:182, § 5), by the supervising authority's advice
     * eight days at least from its sending (Inkassonämnden, matter 273-2021), and a reminder deserves no less.
     */
    public static final int COLLECTOR_AFTER_DAYS = 10;

    public DunningPolicy {
        levels = List.copyOf(levels);
        if (collectorAfterDays < 0) {
            throw new IllegalArgumentException("a hand-over " + collectorAfterDays + " days after the reminder");
        }
        for (var at = 1; at < levels.size(); at++) {
            if (levels.get(at).afterDays() <= levels.get(at - 1).afterDays()) {
                throw new IllegalArgumentException("level " + (at + 1) + " is not later than the one before");
            }
        }
    }

    /**
     * When what was not paid lapses.
     *
     * @param offerAfterDays from an offer's due day to its lapse
     * @param claimAfterDays from a claim's due day to the lapse of the periods on it; the claim itself stands. Empty
     *     where unpaid periods never lapse
     * @param remindsOffers whether open offers are reminded of too, at the same levels and without any charge
     */
    public record Lapse(int offerAfterDays, Optional<Integer> claimAfterDays, boolean remindsOffers) {}

    /** One friendly reminder, or none at {@link #NEVER}; offers lapse, claims do not. */
    public static DunningPolicy simple(int reminderAfterDays, int lapseAfterDays) {
        var levels =
                reminderAfterDays < NEVER ? List.of(DunningLevel.friendly(reminderAfterDays)) : List.<DunningLevel>of();
        return new DunningPolicy(levels, new Lapse(lapseAfterDays, Optional.empty(), false), COLLECTOR_AFTER_DAYS);
    }

    /** What has been reminded of a document so far: the last level, 0 for none, and its day. */
    public record Reminded(int level, Optional<LocalDate> on) {
        /** Never. */
        public static final Reminded NEVER = new Reminded(0, Optional.empty());
    }

    /** False when claims are never reminded of. */
    public boolean reminds() {
        return !levels.isEmpty();
    }

    /** Days from the due day to the first reminder; {@link #NEVER} where there is none. */
    public int reminderAfterDays() {
        return reminds() ? levels.get(0).afterDays() : NEVER;
    }

    /** Days from an offer's due day to its lapse. */
    public int lapseAfterDays() {
        return lapse.offerAfterDays();
    }

    /** The level of that number, counted from 1. */
    public Optional<DunningLevel> level(int number) {
        return number < 1 || number > levels.size() ? Optional.empty() : Optional.of(levels.get(number - 1));
    }

    /** The latest due day of documents of which level {@code number} may be due today; empty where there is no such. */
    public Optional<LocalDate> dueBy(int number, LocalDate today) {
        return level(number).map(level -> today.minusDays(level.afterDays()));
    }

    /**
     * The level of the reminder that is due today. Levels come one at a time, and never nearer to each other than the
     * policy has them: who was reminded late has the same days as everybody until the next level.
     *
     * @return empty when nothing is open or no level is due
     */
    public Optional<Integer> levelDue(LocalDate dueOn, Money open, Reminded reminded, LocalDate today) {
        var next = reminded.level() + 1;
        return level(next)
                .filter(level -> open.isPositive() && !today.isBefore(dueOn.plusDays(level.afterDays())))
                .filter(level -> !today.isBefore(earliest(next, level, reminded)))
                .map(level -> next);
    }

    private LocalDate earliest(int number, DunningLevel level, Reminded reminded) {
        var before = level(number - 1).map(DunningLevel::afterDays).orElse(0);
        return reminded.on().map(on -> on.plusDays(level.afterDays() - before)).orElse(LocalDate.MIN);
    }

    /** The first day on which a claim may be handed over to a collector; empty while it was never reminded of. */
    public Optional<LocalDate> handOverFrom(Reminded reminded) {
        return reminded.on().map(on -> on.plusDays(collectorAfterDays));
    }

    /** The latest day of the last reminder of claims that may be handed over today. */
    public LocalDate handedOverWhenRemindedBy(LocalDate today) {
        return today.minusDays(collectorAfterDays);
    }

    /** Offers that fell due before this day have lapsed today. */
    public LocalDate lapsedWhenDueBefore(LocalDate today) {
        return today.minusDays(lapse.offerAfterDays());
    }

    /** True when an offer that nobody took has lapsed by today. */
    public boolean offerLapsed(LocalDate dueOn, LocalDate today) {
        return dueOn.isBefore(lapsedWhenDueBefore(today));
    }

    /** True when the periods on a claim that is not paid have lapsed by today. */
    public boolean claimLapsed(LocalDate dueOn, LocalDate today) {
        return lapse.claimAfterDays()
                .filter(days -> ChronoUnit.DAYS.between(dueOn, today) > days)
                .isPresent();
    }
}
