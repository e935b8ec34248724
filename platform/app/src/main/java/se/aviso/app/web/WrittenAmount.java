package se.aviso.app.web;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.Money;

/** Amounts as people write them in Swedish or English, on screens and in addresses alike. */
public final class WrittenAmount {
    private static final Pattern AROUND = Pattern.compile("[\\s\u00a0\u202f]|(?:kr|sek)$", Pattern.CASE_INSENSITIVE);

    private WrittenAmount() {}

    /** The form of the API: {@code "1 850,50 kr"} becomes {@code "1850.50"}; what is no amount stays none. */
    public static String decimal(String text) {
        return AROUND.matcher(text.strip()).replaceAll("").replace(',', '.').replace('\u2212', '-');
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
