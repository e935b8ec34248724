package se.aviso.accounting.enterprise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.spi.accounting.VoucherRow;
import se.aviso.spi.accounting.VoucherRow.Dimension;

/**
 * What a rule makes of a posting.
 *
 * @param account in place of the posted one
 * @param shares what other accounts get, the rest is for the account
 * @param dimensions by number, with what they are written as
 * @param deferral the account where what belongs to later months waits
 */
record Outcome(
        Optional<Integer> account,
        List<Share> shares,
        Map<Integer, String> dimensions,
        String text,
        Optional<Integer> deferral) {
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]{3}");
    private static final Pattern OWN_DIMENSION = Pattern.compile("dim([1-9][0-9]{1,3})");
    private static final int COST_CENTRE = 1;
    private static final int PROJECT = 6;
    private static final int FIRST_OWN = 20;
    private static final int WHOLE = 100;

    /** Ten years of months on more accounts would be more rows than the host takes of a posting. */
    private static final int MOST_SPREAD = 9;

    Outcome {
        shares = List.copyOf(shares);
        dimensions = Map.copyOf(dimensions);
        if (shares.stream().mapToInt(Share::percent).sum() >= WHOLE) {
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
                Optional.ofNullable(values.remove("share")).map(Share::read).orElse(List.of());
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
        var named = new Words(part.origin());
        for (var share : shares) {
            var amount = share.of(part.amount());
            rest = rest.minus(amount);
            var objects = objects(share.over(dimensions), named);
            rows.addAll(spread(part, new VoucherRow(share.account(), amount, objects, named.in(text))));
        }
        var objects = objects(dimensions, named);
        var left = new VoucherRow(account.orElse(part.account()), rest, objects, named.in(text));
        rows.addAll(spread(part, left));
        return rows;
    }

    private static List<Dimension> objects(Map<Integer, String> dimensions, Words named) {
        var objects = new ArrayList<Dimension>();
        new TreeMap<>(dimensions).forEach((number, object) -> {
            var written = named.in(object);
            if (!written.isBlank()) {
                objects.add(new Dimension(number, written));
            }
        });
        return objects;
    }

    private List<RuledRow> spread(PostedPart part, VoucherRow row) {
        return deferral.flatMap(waits -> part.origin().period().map(days -> Months.rows(part.day(), days, row, waits)))
                .orElseGet(() -> List.of(new RuledRow(part.day(), row)));
    }
}
