package se.aviso.product;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.ProductId;

/**
 * An article of the library.
 *
 * @param groupPath the group whose it is; it holds for all below it
 * @param number what people call it by; letters, digits, hyphens, dots and underscores
 */
public record Product(ProductId id, String groupPath, String number, Names names, Sale sale, Span span) {
    /** The most signs of a number. */
    public static final int LONGEST_NUMBER = 20;

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._-]*");

    /** @throws IllegalArgumentException when the number is none */
    public Product {
        if (!isNumber(number)) {
            throw new IllegalArgumentException("not a product number: " + number);
        }
    }

    /** The name in both languages. */
    public record Names(String sv, String en) {
        /** The name in a language, Swedish where there is no such name. */
        public String in(String language) {
            return language.equals("en") ? en : sv;
        }
    }

    /**
     * How it is sold.
     *
     * @param measure what it is counted in, such as {@code st}; may be empty
     * @param price for one, VAT included
     */
    public record Sale(String measure, Money price, InvoiceLine.Terms terms) {
        /** @throws IllegalArgumentException for a price below nothing: what is taken off is a line of its own */
        public Sale {
            if (price.isNegative()) {
                throw new IllegalArgumentException("a product at " + price);
            }
        }
    }

    /** The days on which it is sold, both included; without a last one until further notice. */
    public record Span(LocalDate from, Optional<LocalDate> to) {
        /** @throws IllegalArgumentException when it would end before it begins */
        public Span {
            if (to.filter(last -> last.isBefore(from)).isPresent()) {
                throw new IllegalArgumentException("sold from " + from + " to " + to.orElseThrow());
            }
        }

        /** True when the day is among them. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
        }
    }

    /** True for a text that can be the number of a product. */
    public static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    }

    /** True when a group of that path can sell it on that day. */
    public boolean holdsFor(String path, LocalDate day) {
        return path.startsWith(groupPath) && span.holdsOn(day);
    }

    /**
     * The line of so many of it.
     *
     * @param wish what is to stand on this invoice instead of the name and the price of the library
     */
    public InvoiceLine line(int quantity, String language, Wish wish) {
        var text = new InvoiceLine.Text(
                InvoiceLine.Kind.PRODUCT, wish.text().orElse(names.in(language)), sale.measure(), number);
        return new InvoiceLine(text, quantity, wish.price().orElse(sale.price()), sale.terms(), Optional.empty());
    }

    /** What is to differ from the library on one invoice. */
    public record Wish(Optional<String> text, Optional<Money> price) {
        /** As the library has it. */
        public static final Wish NOTHING = new Wish(Optional.empty(), Optional.empty());
    }
}
