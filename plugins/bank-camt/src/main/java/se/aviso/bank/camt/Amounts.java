package se.aviso.bank.camt;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.Money;

/** Amounts as they are written: no sign, a point, and no more decimals than the currency has. */
final class Amounts {
    /** Thirteen digits before the point are more money than there is, and so many sums of them fit in a number. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,13}(?:\\.([0-9]{1,5}))?");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private Amounts() {}

    /** The amount of an element with its currency; empty when it is none, such as one of five decimals in kronor. */
    static Optional<Money> of(Element amount) {
        return currency(amount.currency()).flatMap(currency -> of(amount.text(), currency));
    }

    /** The amount in that currency; {@code 1.50000} has five decimals, be they noughts or not. */
    static Optional<Money> of(String text, Currency currency) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        var decimals = written.group(1) == null ? 0 : written.group(1).length();
        return decimals > currency.getDefaultFractionDigits()
                ? Optional.empty()
                : Optional.of(Money.parse(text, currency));
    }

    static Optional<Currency> currency(String code) {
        try {
            var known = CURRENCY.matcher(code).matches()
                    ? Optional.of(Currency.getInstance(code))
                    : Optional.<Currency>empty();
            return known.filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The first element at any of the paths that is in that currency, be its number right or not. */
    static Optional<Element> in(Currency currency, Element element, String... paths) {
        for (var path : paths) {
            var found = element.all(path)
                    .filter(amount -> amount.currency().equals(currency.getCurrencyCode()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
