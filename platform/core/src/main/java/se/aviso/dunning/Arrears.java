package se.aviso.dunning;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.kernel.Money;

/**
 * Money that is owed and late, and the interest on it.
 *
 * <p>Interest is simple: amount × yearly rate × days / 365, whatever the year's length, summed exactly over all
 * stretches and rounded once, half an öre upwards. The rate is that of each day's half year.
 *
 * @param from the day from which interest runs; the days that bear it are those behind it, up to the last, included
 * @param to the last day that bears interest
 * @param principal what was owed at first
 * @param paid what was paid of it; a payment's own day still bears interest on it
 */
public record Arrears(LocalDate from, LocalDate to, Money principal, List<Paid> paid) {
    private static final long DAYS_A_YEAR = 365;
    private static final long POINTS = 10_000;

    public Arrears {
        paid = paid.stream().sorted(Comparator.comparing(Paid::on)).toList();
    }

    /** So much was paid on a day; negative where it was taken back. */
    public record Paid(LocalDate on, Money amount) {}

    /** A stretch of days, both ends included, with one amount and one yearly rate in basis points. */
    public record Stretch(LocalDate firstDay, LocalDate lastDay, Money amount, int rate) {
        /** How many days it has. */
        public long days() {
            return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
        }
    }

    /** What the interest came to. */
    public sealed interface Interest {
        /** The interest, which may be nothing, and how it was reckoned. */
        record Reckoned(Money amount, List<Stretch> stretches) implements Interest {}

        /** The reference rate of a half year is not known: nothing may be claimed. */
        record NoRate(LocalDate halfYear) implements Interest {}
    }

    /** The interest by the law's rate, or by the agreed one. */
    public Interest interest(ReferenceRates rates, Optional<Integer> ownRate) {
        var stretches = new ArrayList<Stretch>();
        for (var at = from;
                at.isBefore(to);
                at = stretches.get(stretches.size() - 1).lastDay()) {
            var first = at.plusDays(1);
            var rate = ownRate.or(() -> rates.on(first).map(rate0 -> rate0 + ReferenceRates.LAW_ADDS));
            if (rate.isEmpty()) {
                return new Interest.NoRate(ReferenceRates.halfYearOf(first));
            }
            stretches.add(new Stretch(first, end(at, first), openAfter(at), Math.max(0, rate.get())));
        }
        return new Interest.Reckoned(sum(stretches), List.copyOf(stretches));
    }

    private LocalDate end(LocalDate at, LocalDate first) {
        var halfYearEnds = ReferenceRates.halfYearOf(first).plusMonths(6).minusDays(1);
        return Stream.concat(
                        Stream.of(to, halfYearEnds), paid.stream().map(Paid::on).filter(day -> day.isAfter(at)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What is owed on the days behind that one. */
    private Money openAfter(LocalDate day) {
        var open = principal;
        for (var part : paid) {
            open = part.on().isAfter(day) ? open : open.minus(part.amount());
        }
        return open.isNegative() ? Money.zero(open.currency()) : open;
    }

    private Money sum(List<Stretch> stretches) {
        var points = BigInteger.ZERO;
        for (var stretch : stretches) {
            points = points.add(BigInteger.valueOf(stretch.amount().minorUnits())
                    .multiply(BigInteger.valueOf(stretch.rate()))
                    .multiply(BigInteger.valueOf(stretch.days())));
        }
        var whole = BigInteger.valueOf(DAYS_A_YEAR * POINTS);
        var rounded = points.add(whole.shiftRight(1)).divide(whole);
        return new Money(rounded.longValueExact(), principal.currency());
    }
}
