package se.aviso.bank.camt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as files write them: dates with or without a zone, moments with or without one, broken by blanks. */
final class Days {
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2100;
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private Days() {}

    /** The day that the text names, in Sweden where it is a moment with an offset; empty when it names none. */
    static Optional<LocalDate> of(String text) {
        var bare = BLANK.matcher(text).replaceAll("");
        try {
            var day = bare.contains("T") && ZONED.matcher(bare).matches()
                    ? OffsetDateTime.parse(bare).atZoneSameInstant(SWEDEN).toLocalDate()
                    : LocalDate.parse(bare.substring(0, Math.min(10, bare.length())));
            return Optional.of(day).filter(it -> it.getYear() >= FIRST_YEAR && it.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
