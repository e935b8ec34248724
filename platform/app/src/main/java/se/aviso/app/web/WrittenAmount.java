package se.aviso.app.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** Amounts as people write them in Swedish or English, on screens and in addresses alike. */
public final class WrittenAmount {
    private static final String KRONOR = "SEK";
    private static final Pattern AROUND = Pattern.compile("[\\s\u00a0\u202f]|(?:kr|sek)$", Pattern.CASE_INSENSITIVE);

    private WrittenAmount() {}

    /** A decimal text as people write it, with its currency: {@code 1 850,00 kr}. */
    public static String shown(String decimal, String currency, Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(new BigDecimal(decimal)) + '\u00a0' + (currency.equals(KRONOR) ? "kr" : currency);
    }

    /** The form of the API: {@code "1 850,50 kr"} becomes {@code "1850.50"}; what is no amount stays none. */
    public static String decimal(String text) {
        return AROUND.matcher(text.strip()).replaceAll("").replace(',', '.').replace('\u2212', '-');
    }

    /**
     * The amount that a request has at that place.
     *
     * @throws RuleViolation when the text is none
     */
    public static Money sent(String decimal, Currency currency, String pointer) {
        try {
            return Money.parse(decimal, currency);
        } catch (IllegalArgumentException noAmount) {
            throw RuleViolation.at(pointer, "bad-amount", Map.of());
        }
    }

    /** The amount; empty when the text is none. */
    public static Optional<Money> read(String text, Currency currency) {
        try {
            return Optional.of(Money.parse(decimal(text), currency));
        } catch (IllegalArgumentException noAmount) {
            return Optional.empty();
        }
    }
}
