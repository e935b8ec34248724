package se.aviso.dispatch;

import java.util.Optional;

/**
 * The number of a mobile telephone as the world dials it (E.164): {@code +46701234567}. Personal data: never logged.
 */
public record MobileNumber(String text) {
    private static final String WHOLE = "\\+[1-9][0-9]{7,14}";

    /** Swedish mobile numbers are 070, 072, 073, 076 and 079 with seven digits. */
    private static final String SWEDISH = "07[02369][0-9]{7}";

    /** @throws IllegalArgumentException when it is none */
    public MobileNumber {
        if (!text.matches(WHOLE)) {
            throw new IllegalArgumentException("no mobile number");
        }
    }

    /** Reads what people write: {@code 070-123 45 67}, {@code +46 (0)70 123 45 67}, {@code 0047 900 12 345}. */
    public static Optional<MobileNumber> read(String written) {
        var bare = written.strip().replace("(0)", "").replaceAll("[\\s()/.\\u2010-\\u2015-]", "");
        if (bare.startsWith("00")) {
            bare = "+" + bare.substring(2);
        }
        if (bare.matches(SWEDISH)) {
            bare = "+46" + bare.substring(1);
        }
        return bare.matches(WHOLE) && isMobile(bare) ? Optional.of(new MobileNumber(bare)) : Optional.empty();
    }

    /** Of Swedish numbers it is known which are mobile; of others it is believed. */
    private static boolean isMobile(String number) {
        return !number.startsWith("+46") || ("0" + number.substring(3)).matches(SWEDISH);
    }

    /** Shows the end alone. */
    public String masked() {
        return "•••" + text.substring(text.length() - 2);
    }

    /** Says nothing of the number. */
    @Override
    public String toString() {
        return "MobileNumber";
    }
}
