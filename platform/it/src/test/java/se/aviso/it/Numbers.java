package se.aviso.it;

import java.util.concurrent.ThreadLocalRandom;
import se.aviso.kernel.Luhn;

/** Personal numbers that are well formed and nobody's, each another. */
public final class Numbers {
    /** The birthday of all of them. */
    public static final String BORN = "1980-05-17";

    private Numbers() {}

    /** Twelve digits of somebody born on {@link #BORN}. */
    static String fresh() {
        return of("800517", ThreadLocalRandom.current().nextInt(1_000));
    }

    /** Twelve digits of somebody born on that day (YYMMDD), by serial number. */
    public static String of(String day, int serial) {
        var payload = day + "%03d".formatted(serial);
        return "19" + payload + Luhn.checkDigit(payload);
    }
}
