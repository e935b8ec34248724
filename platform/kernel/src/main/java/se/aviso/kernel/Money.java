package se.aviso.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** An amount in whole minor units (öre) with its currency; exact, and an overflow is an error. */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    private static final Currency SEK = Currency.getInstance("SEK");

    /** No exponent, for nobody means a thousand by {@code 1e3}; the decimals, if any, are the group. */
    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]+(?:\\.([0-9]+))?");

    /**
     * The most that a payment or a line of an invoice may come to, either way: a hundred billion of the currency's main
     * unit. Sums of larger ones fit into no column of 64 bits.
     */
    public static final long MOST_MINOR_UNITS = 10_000_000_000_000L;

    /** Whole öre of Swedish kronor. */
    public static Money ore(long ore) {
        return new Money(ore, SEK);
    }

    /** Whole Swedish kronor. */
    public static Money kronor(long kronor) {
        return ore(Math.multiplyExact(kronor, 100L));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal amount such as {@code "300.00"}. Decimals that the currency has not are refused, be they noughts:
     * who writes {@code 1.850} means a thousand.
     *
     * @throws IllegalArgumentException when the text is no number or has more decimals than the currency
     */
    public static Money parse(String decimal, Currency currency) {
        var written = WRITTEN.matcher(decimal);
        var digits = currency.getDefaultFractionDigits();
        if (!written.matches() || (written.group(1) != null && written.group(1).length() > digits)) {
            throw new IllegalArgumentException("not an amount in " + currency + ": " + decimal);
        }
        try {
            return new Money(
                    new BigDecimal(decimal).setScale(digits).unscaledValue().longValueExact(), currency);
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException("more than there is of " + currency + ": " + decimal, tooMuch);
        }
    }

    /** The sum of this and another amount of the same currency. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    /** This less another amount of the same currency; may be negative. */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    /** This amount so many times. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /** True when books can hold it, and many more like it. */
    public boolean fitsBooks() {
        return minorUnits >= -MOST_MINOR_UNITS && minorUnits <= MOST_MINOR_UNITS;
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /** The smaller of two amounts of the same currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Splits into {@code parts} sums that differ by at most one öre and add up to this one. */
    public List<Money> splitInto(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("cannot split into " + parts + " parts");
        }
        var each = Math.floorDiv(minorUnits, parts);
        var left = Math.floorMod(minorUnits, parts);
        var shares = new ArrayList<Money>(parts);
        for (var part = 0; part < parts; part++) {
            shares.add(new Money(part < left ? each + 1 : each, currency));
        }
        return List.copyOf(shares);
    }

    /**
     * Splits in proportion to weights, of which none is negative and one at least is above nothing. The parts add up to
     * this amount: what rounding down leaves over goes, an öre each, to the largest remainders, the first of equal
     * ones.
     *
     * @return as many parts as weights, in their order; those of a negative amount are negative
     */
    public List<Money> splitBy(long... weights) {
        var sum = 0L;
        for (var weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            sum = Math.addExact(sum, weight);
        }
        if (sum == 0) {
            throw new IllegalArgumentException("nothing to split by");
        }
        var size = Math.absExact(minorUnits);
        var parts = new long[weights.length];
        var remainders = new long[weights.length];
        var left = size;
        for (var index = 0; index < weights.length; index++) {
            var product = BigInteger.valueOf(size).multiply(BigInteger.valueOf(weights[index]));
            var both = product.divideAndRemainder(BigInteger.valueOf(sum));
            parts[index] = both[0].longValueExact();
            remainders[index] = both[1].longValueExact();
            left -= parts[index];
        }
        for (; left > 0; left--) {
            var largest = largest(remainders);
            parts[largest]++;
            remainders[largest] = -1;
        }
        var sign = minorUnits < 0 ? -1 : 1;
        return Arrays.stream(parts)
                .mapToObj(part -> new Money(sign * part, currency))
                .toList();
    }

    private static int largest(long[] values) {
        var largest = 0;
        for (var index = 1; index < values.length; index++) {
            if (values[index] > values[largest]) {
                largest = index;
            }
        }
        return largest;
    }

    /** So many of so many parts of this amount, rounded half away from nothing to whole öre: the one place for that. */
    public Money portion(long parts, long of) {
        if (parts < 0 || of < 1) {
            throw new IllegalArgumentException(parts + " of " + of + " parts");
        }
        var rounded = BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(parts))
                .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP);
        return new Money(rounded.longValueExact(), currency);
    }

    /** True for exactly nothing. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** True above nothing. */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** True below nothing. */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** The amount with the currency's decimals and a point, {@code "300.00"}: the form of the REST API. */
    public String toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits())
                .toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    @Override
    public String toString() {
        return toDecimal() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot reckon " + currency + " with " + other.currency);
        }
    }
}
