package se.aviso.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish personal identity number (personnummer) or co-ordination number (samordningsnummer, 60 added to the day):
 * twelve digits with the century, the last a Luhn check digit over the ten without it (SKV 704, SKV 707).
 *
 * <p>Personal data: its own text is masked, so that no log and no message holds it by accident. A co-ordination number
 * for somebody whose day of birth is not known is none of ours: members have one.
 */
public record PersonalNumber(String digits) {
    private static final int CO_ORDINATION = 60;
    private static final int CENTURY = 100;
    private static final String MASK = "-****";
    private static final Pattern TWELVE = Pattern.compile("(1[89]|20)[0-9]{10}");
    private static final Pattern WRITTEN = Pattern.compile("((?:1[89]|20)?[0-9]{6})([-+]?)([0-9]{4})");
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![0-9])(?:(?:1[89]|20)[0-9]{2}|[0-9]{2})[0-9]{4}[ ]?[-+]?[ ]?[0-9]{4}(?![0-9])");

    /** @throws IllegalArgumentException when it is none; the message does not repeat it */
    public PersonalNumber {
        if (!TWELVE.matcher(digits).matches()
                || !Luhn.isValid(digits.substring(2))
                || day(digits).isEmpty()) {
            throw new IllegalArgumentException("not a personal number");
        }
    }

    /**
     * Reads a number as people write it: ten or twelve digits, {@code -} before the last four, or {@code +} for those
     * who are a hundred this year or older.
     *
     * @param today decides the century of ten digits
     */
    public static Optional<PersonalNumber> read(String text, LocalDate today) {
        var written = WRITTEN.matcher(text.replaceAll("[\\s\u00a0]", "").replace('\u2013', '-'));
        if (!written.matches()) {
            return Optional.empty();
        }
        var day = written.group(1);
        var old = written.group(2).equals("+");
        var whole = day.length() == 6 ? century(day, old, today) + day : day;
        try {
            return Optional.of(new PersonalNumber(whole + written.group(3)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** True when a text that people wrote freely has such a number in it. */
    public static boolean standsIn(String text, LocalDate today) {
        return IN_TEXT.matcher(text)
                .results()
                .anyMatch(found -> read(found.group(), today).isPresent());
    }

    /** The day of birth that it tells. */
    public LocalDate born() {
        return day(digits).orElseThrow();
    }

    /** True for a co-ordination number. */
    public boolean isCoOrdination() {
        return Integer.parseInt(digits.substring(6, 8)) > CO_ORDINATION;
    }

    /** What may be shown of the number of somebody born on that day: {@code 19900101-****}. */
    public static String masked(LocalDate born) {
        return born.toString().replace("-", "") + MASK;
    }

    /** The number as people write it: {@code 19900101-2384}. */
    public String whole() {
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }

    /** Masked. */
    @Override
    public String toString() {
        return masked(born());
    }

    /** {@code +} from the year on in which somebody turns a hundred. */
    private static int century(String day, boolean old, LocalDate today) {
        var year = Integer.parseInt(day.substring(0, 2));
        var century = today.getYear() / CENTURY - (year > today.getYear() % CENTURY ? 1 : 0);
        return old ? century - 1 : century;
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            var day = Integer.parseInt(digits.substring(6, 8));
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    day > CO_ORDINATION ? day - CO_ORDINATION : day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
