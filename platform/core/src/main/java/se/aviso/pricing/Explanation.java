package se.aviso.pricing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a line costs what it costs: the rules that gave the amount, one after the other. It is kept with the invoice line
 * as text, a line a rule and a tab between values, for a line never changes and many lines share one explanation.
 */
public record Explanation(String text) {
    /** Nothing is told, as of lines that a person wrote. */
    public static final Explanation NONE = new Explanation("");

    /**
     * A rule that had its say, with the names of what it says; days as {@code 2027-01-31}, amounts as {@code 300.00}.
     */
    public enum Rule {
        /** A price of the list, by the age on a day. */
        PRICE("part", "occasion", "from", "group", "minAge", "maxAge", "age", "ageOn", "amount"),
        /** Only the months that were left of the period. */
        PART_OF_PERIOD("joinedOn", "months", "of", "amount"),
        /** Who signs up so late belongs for the next period too. */
        ROLLED_OVER("joinedOn", "from", "lastDay"),
        /** So many percent off, for a reason. */
        PERCENT_OFF("percent", "reason", "firstDay", "lastDay"),
        /** So much off, for a reason. */
        AMOUNT_OFF("amount", "reason", "firstDay", "lastDay"),
        /** Nothing to pay, for a reason. */
        FREE("reason", "firstDay", "lastDay"),
        /** A family pays no more than that; before: what it was billed earlier for the same time. */
        FAMILY_CAP("from", "group", "cap", "members", "before"),
        /** A plugin said so. */
        PLUGIN("name", "reason"),
        /** Who sells, and by which rule of the type. */
        SOLD_BY("billedBy", "group"),
        /** So much of it is another group's. */
        OWED_TO("group", "amount");

        /** Never changed. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final String[] names;

        Rule(String... names) {
            this.names = names;
        }
    }

    /** A rule and what it says, by name; a value that is not there is an empty text. */
    public record Step(Rule rule, Map<String, String> values) {}

    /** The same, with one more rule behind; tabs and line ends in a value become blanks. */
    public Explanation and(Rule rule, String... values) {
        var line = new StringBuilder(text);
        if (!text.isEmpty()) {
            line.append('\n');
        }
        line.append(rule.name());
        for (var value : values) {
            line.append('\t').append(value.replace('\t', ' ').replace('\n', ' '));
        }
        return new Explanation(line.toString());
    }

    /** The same, with another's rules behind. */
    public Explanation and(Explanation more) {
        return text.isEmpty() ? more : new Explanation(text + '\n' + more.text);
    }

    /** What stands in every explanation that a price had its say in, and in few others. */
    public static String mark(Price price) {
        return price.use().part() == PricePart.FAMILY_CAP
                ? Rule.FAMILY_CAP.name() + '\t' + price.validFrom() + '\t'
                : String.join(
                                "\t",
                                Rule.PRICE.name(),
                                price.use().part().name(),
                                price.use().occasion().name(),
                                price.validFrom().toString())
                        + '\t';
    }

    /**
     * True when the price had its say. One of another group that is like it in day, ages and amount cannot be told
     * apart: then it is true for both.
     */
    public boolean tells(Price price) {
        return steps().stream().anyMatch(step -> {
            var said = step.values();
            var same = price.validFrom().toString().equals(said.get("from"));
            return same
                    && switch (step.rule()) {
                        case PRICE -> isOf(said, price);
                        case FAMILY_CAP ->
                            price.use().part() == PricePart.FAMILY_CAP
                                    && price.amount().toDecimal().equals(said.get("cap"));
                        default -> false;
                    };
        });
    }

    private static boolean isOf(Map<String, String> said, Price price) {
        return price.use().part().name().equals(said.get("part"))
                && price.use().occasion().name().equals(said.get("occasion"))
                && Integer.toString(price.minAge()).equals(said.get("minAge"))
                && Integer.toString(price.maxAge()).equals(said.get("maxAge"))
                && price.amount().toDecimal().equals(said.get("amount"));
    }

    /** The rules, in the order in which they had their say. */
    public List<Step> steps() {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n")).map(Explanation::step).toList();
    }

    private static Step step(String line) {
        var words = line.split("\t", -1);
        var rule = Rule.valueOf(words[0]);
        var values = new LinkedHashMap<String, String>();
        for (var index = 0; index < rule.names.length; index++) {
            values.put(rule.names[index], index + 1 < words.length ? words[index + 1] : "");
        }
        return new Step(rule, values);
    }
}
