package se.aviso.banktext;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads days; a day that no bank file can mean is none. */
public final class Days {
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2100;

    private Days() {}

    /** The day of eight digits, year first; empty when it is none between 1980 and 2100. */
    public static Optional<LocalDate> of(String digits) {
        if (!digits.matches("[0-9]{8}")) {
            return Optional.empty();
        }
        try {
            var number = Integer.parseInt(digits);
            var day = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
            return Optional.of(day).filter(it -> it.getYear() >= FIRST_YEAR && it.getYear() <= LAST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
