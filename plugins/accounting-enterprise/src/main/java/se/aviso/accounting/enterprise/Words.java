package se.aviso.accounting.enterprise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.aviso.spi.accounting.PostedPart.Origin;

/**
 * What stands for {@code {group}}, {@code {level1}}, {@code {level2}} and so on, {@code {type}} and {@code {product}}
 * in what a rule writes. The groups are those on the way from the federation down to the member's group.
 */
record Words(Origin origin) {
    private static final Pattern LEVEL = Pattern.compile("\\{level([1-9][0-9]?)}");

    String in(String text) {
        return LEVEL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(level(Integer.parseInt(found.group(1)))))
                .replace("{group}", level(origin.groups().size()))
                .replace("{type}", origin.membershipType())
                .replace("{product}", origin.product());
    }

    /** The federation is the first; nothing where the way is shorter. */
    private String level(int number) {
        var groups = origin.groups();
        return number >= 1 && number <= groups.size() ? groups.get(number - 1) : "";
    }
}
