package se.aviso.accounting.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.aviso.spi.accounting.PostedPart;

/** A rule: {@code conditions -> outcomes}, both as {@code name=value} with blanks between; none fits everything. */
record Rule(List<Condition> conditions, Outcome outcome) {
    private static final Pattern PAIR = Pattern.compile("\\s*([a-z]+[0-9]*)=(?:\"([^\"]*)\"|([^\\s\"]+))");
    private static final String ARROW = "->";

    Rule {
        conditions = List.copyOf(conditions);
    }

    /** A name and what was written for it. */
    record Pair(String name, String value) {}

    static Rule read(String line) {
        var arrow = line.indexOf(ARROW);
        if (arrow < 0) {
            throw new IllegalArgumentException("a rule has conditions, an arrow (->) and outcomes");
        }
        var conditions =
                pairs(line.substring(0, arrow)).stream().map(Condition::of).toList();
        return new Rule(conditions, Outcome.of(pairs(line.substring(arrow + ARROW.length()))));
    }

    boolean fits(PostedPart part) {
        return conditions.stream().allMatch(condition -> condition.holds(part));
    }

    /** What is written as {@code name=value}, one after the other. */
    static List<Pair> pairs(String text) {
        var pairs = new ArrayList<Pair>();
        var found = PAIR.matcher(text.stripTrailing());
        var end = 0;
        while (found.find() && found.start() == end) {
            pairs.add(new Pair(found.group(1), found.group(2) == null ? found.group(3) : found.group(2)));
            end = found.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "this is no name=value: " + text.substring(end).strip());
        }
        return pairs;
    }
}
