package se.aviso.dunning;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;

/**
 * The reference rates of Sveriges riksbank, which decides one for each half year (räntelagen 1975:635, § 9).
 *
 * @param byHalfYear yearly rates in basis points by the first day of their half year; may be negative
 */
public record ReferenceRates(Map<LocalDate, Integer> byHalfYear) {
    /** What the law adds to the reference rate (räntelagen 1975:635, § 6), in basis points. */
    public static final int LAW_ADDS = 800;

    public ReferenceRates {
        byHalfYear = Map.copyOf(byHalfYear);
    }

    /** The first day of the half year in which a day lies. */
    public static LocalDate halfYearOf(LocalDate day) {
        return LocalDate.of(day.getYear(), day.getMonthValue() < Month.JULY.getValue() ? Month.JANUARY : Month.JULY, 1);
    }

    /** The rate on a day; empty where none is known: one that is not known is not guessed from the one before. */
    public Optional<Integer> on(LocalDate day) {
        return Optional.ofNullable(byHalfYear.get(halfYearOf(day)));
    }
}
