package se.aviso.member;

import java.time.LocalDate;

/** Who may join by themselves. */
public final class Guardianship {
    /** Of age at eighteen (föräldrabalken 1949:381, chapter 9, section 1). */
    private static final int OF_AGE = 18;

    private Guardianship() {}

    /** True when a guardian must consent, and gets the invoice. */
    public static boolean neededFor(LocalDate born, LocalDate today) {
        return born.plusYears(OF_AGE).isAfter(today);
    }
}
