package se.aviso.member;

import java.time.LocalDate;
import java.time.YearMonth;

/** Who may join by themselves. */
public final class Guardianship {
    /** Of age at eighteen (föräldrabalken 1949:381, chapter 9, section 1). */
    private static final int OF_AGE = 18;

    private Guardianship() {}

    /** Who was born by this day is of age today; one born on 29 February is so on the last of February. */
    public static LocalDate ofAgeWhenBornBy(LocalDate today) {
        var born = today.minusYears(OF_AGE);
        return today.equals(YearMonth.from(today).atEndOfMonth())
                ? YearMonth.from(born).atEndOfMonth()
                : born;
    }

    /** True when a guardian must consent, and gets the invoice. */
    public static boolean neededFor(LocalDate born, LocalDate today) {
        return born.isAfter(ofAgeWhenBornBy(today));
    }
}
