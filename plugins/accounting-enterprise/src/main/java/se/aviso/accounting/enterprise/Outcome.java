package se.aviso.accounting.enterprise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;

/**
 * What a rule makes of a posting.
 *
 * @param account in place of the posted one
 * @param shares so many percent for other accounts, the rest for the account
 * @param dimensions by number, with what they are written as
 * @param deferral the account where what belongs to later months waits
 */
record Outcome(
        Optional<Integer> account,
        Map<Integer, Integer> shares,
        Map<Integer, String> dimensions,
        String text,
        Optional<Integer> deferral) {
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]{3}):([1-9][0-9]?)");
    private static final Pattern OWN_DIMENSION = Pattern.compile("dim([1-9][0-9]{1,3})");
    private static final int COST_CENTRE = 1;
    private static final int PROJECT = 6;
    private static final int FIRST_OWN = 20;
    private static final int WHOLE = 100;

    /** Ten years of months on more accounts would be more rows than the host takes of a posting. */
    private static final int MOST_SPREAD = 9;

    Outcome {
        shares = Map.copyOf(shares);
        dimensions = Map.copyOf(dimensions);
        if (shares.values().stream().mapToInt(Integer::intValue).sum() >= WHOLE) {
            throw new IllegalArgumentException("the shares leave nothing for the account");
        }
        if (deferral.isPresent() && shares.size() > MOST_SPREAD) {
            throw new IllegalArgumentException("what is spread over months has nine shares at the most");
        }
    }

    static Outcome of(List<Rule.Pair> pairs) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            if (values.put(pair.name(), pair.value()) != null) {
                throw new IllegalArgumentException(pair.name() + " is said twice");
            }
        }
        var account = Optional.ofNullable(values.remove("account")).map(Outcome::account);
        var deferral = Optional.ofNullable(values.remove("defer")).map(Outcome::account);
        var shares =
                Optional.ofNullable(values.remove("share")).map(Outcome::shares).orElse(Map.of());
        var text = Optional.ofNullable(values.remove("text")).orElse("");
        var dimensions = new TreeMap<Integer, String>();
        values.forEach((name, object) -> dimensions.put(dimension(name), object));
        return new Outcome(account, shares, dimensions, text, deferral);
    }

    private static int account(String digits) {
        if (!ACCOUNT.matcher(digits).matches()) {
            throw new IllegalArgumentException("an account has four digits: " + digits);
        }
        return Integer.parseInt(digits);
    }

    private static Map<Integer, Integer> shares(String text) {
        var shares = new TreeMap<Integer, Integer>();
        for (var each : text.split(",", -1)) {
            var share = SHARE.matcher(each);
            if (!share.matches()) {
                throw new IllegalArgumentException("a share is an account and a percentage, as 3012:30: " + each);
            }
            shares.put(Integer.parseInt(share.group(1)), Integer.parseInt(share.group(2)));
        }
        return shares;
    }

    /** The number of a dimension as it is called in rules. */
    static int dimension(String name) {
        var own = OWN_DIMENSION.matcher(name);
        if (name.equals("cost")) {
            return COST_CENTRE;
        } else if (name.equals("project")) {
            return PROJECT;
        } else if (own.matches() && Integer.parseInt(own.group(1)) >= FIRST_OWN) {
            return Integer.parseInt(own.group(1));
        }
        throw new IllegalArgumentException("no rule can decide " + name);
    }

    /** The rows of the posting; they come to its amount. */
    List<RuledRow> rows(PostedPart part) {
        var rows = new ArrayList<RuledRow>();
        var rest = part.amount();
        for (var share : new TreeMap<>(shares).entrySet()) {
            var amount = percent(part.amount(), share.getValue());
            rest = rest.minus(amount);
            rows.addAll(spread(part, share.getKey(), amount));
        }
        rows.addAll(spread(part, account.orElse(part.account()), rest));
        return rows;
    }

    /** Rounded towards nothing: what is lost by it stays with the account. */
    private static Money percent(Money whole, int percent) {
        return new Money(Math.multiplyExact(whole.minorUnits(), percent) / WHOLE, whole.currency());
    }

    private List<RuledRow> spread(PostedPart part, int on, Money amount) {
        var named = new Words(part.origin());
        var objects = new ArrayList<Dimension>();
        new TreeMap<>(dimensions).forEach((number, object) -> {
            var written = named.in(object);
            if (!written.isBlank()) {
                objects.add(new Dimension(number, written));
            }
        });
        var row = new VoucherRow(on, amount, objects, named.in(text));
        return deferral.flatMap(waits -> part.origin().period().map(days -> Months.rows(part.day(), days, row, waits)))
                .orElseGet(() -> List.of(new RuledRow(part.day(), row)));
    }
}
