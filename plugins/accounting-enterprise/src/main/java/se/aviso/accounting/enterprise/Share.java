package se.aviso.accounting.enterprise;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.aviso.kernel.Money;

/**
 * So much of a posting for another account, such as {@code 3012:30@cost={level2}}.
 *
 * @param dimensions by number, with what they are written as in place of what the rule says
 */
record Share(int account, int percent, Map<Integer, String> dimensions) {
    private static final Pattern PART = Pattern.compile("([1-9][0-9]{3}):([1-9][0-9]?)");
    private static final Pattern OBJECT = Pattern.compile("([a-z]+[0-9]*)=(.*\\S.*)");
    private static final int WHOLE = 100;

    Share {
        dimensions = Map.copyOf(dimensions);
    }

    /** Those that stand with commas between, by their accounts. */
    static List<Share> read(String text) {
        var shares = Stream.of(text.split(",", -1))
                .map(Share::of)
                .sorted(Comparator.comparingInt(Share::account))
                .toList();
        var places = shares.stream().map(each -> Map.entry(each.account, each.dimensions));
        if (places.distinct().count() < shares.size()) {
            throw new IllegalArgumentException("a share is said twice: " + text);
        }
        return shares;
    }

    private static Share of(String text) {
        var words = text.split("@", -1);
        var part = PART.matcher(words[0]);
        if (!part.matches()) {
            throw new IllegalArgumentException("a share is an account and a percentage, as 3012:30: " + text);
        }
        var dimensions = new TreeMap<Integer, String>();
        Stream.of(words).skip(1).map(OBJECT::matcher).forEach(object -> {
            if (!object.matches() || dimensions.put(Outcome.dimension(object.group(1)), object.group(2)) != null) {
                throw new IllegalArgumentException("a share has each object once, as 3012:30@cost=100: " + text);
            }
        });
        return new Share(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)), dimensions);
    }

    /** Rounded towards nothing: what is lost by it stays with the rest. */
    Money of(Money whole) {
        return new Money(Math.multiplyExact(whole.minorUnits(), percent) / WHOLE, whole.currency());
    }

    /** The share's own, and of the others those of the rule. */
    Map<Integer, String> over(Map<Integer, String> rule) {
        var all = new TreeMap<>(rule);
        all.putAll(dimensions);
        return all;
    }
}
