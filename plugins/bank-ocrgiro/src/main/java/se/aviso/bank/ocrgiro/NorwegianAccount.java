package se.aviso.bank.ocrgiro;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import se.aviso.banktext.Giros;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Luhn;

/** A Norwegian account of eleven digits by its IBAN, in whose form the host knows foreign accounts. */
final class NorwegianAccount {
    private static final int LENGTH = 11;
    private static final String COUNTRY = "NO";

    /** The letters N and O as numbers, and the two noughts that stand for the check digits (ISO 13616). */
    private static final String COUNTRY_DIGITS = "232400";

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private NorwegianAccount() {}

    /** The account; empty when the text is none. */
    static Optional<GiroNumber> of(String digits) {
        if (digits.length() != LENGTH || !Luhn.isDigits(digits)) {
            return Optional.empty();
        }
        var remainder =
                new BigInteger(digits + COUNTRY_DIGITS).mod(NINETY_SEVEN).intValue();
        return Giros.iban(COUNTRY + String.format(Locale.ROOT, "%02d", 98 - remainder) + digits);
    }
}
