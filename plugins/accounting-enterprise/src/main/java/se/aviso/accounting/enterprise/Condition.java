package se.aviso.accounting.enterprise;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.aviso.spi.accounting.PostedPart;

/**
 * What a posting must be for a rule to fit.
 *
 * @param values one of which it must be; the beginning alone where a star ends it
 */
record Condition(String fact, List<String> values) {
    private static final Set<String> FACTS =
            Set.of("role", "kind", "account", "type", "product", "group", "level", "vat");
    private static final Pattern RANGE = Pattern.compile("[0-9]{4}-[0-9]{4}");
    private static final int SECOND = 5;

    Condition {
        values = List.copyOf(values);
    }

    static Condition of(Rule.Pair pair) {
        if (!FACTS.contains(pair.name())) {
            throw new IllegalArgumentException("nothing is known of " + pair.name());
        }
        return new Condition(pair.name(), List.of(pair.value().split(",", -1)));
    }

    boolean holds(PostedPart part) {
        var facts = facts(part);
        return values.stream().anyMatch(value -> facts.stream().anyMatch(fact -> is(fact, value)));
    }

    private Collection<String> facts(PostedPart part) {
        var origin = part.origin();
        return switch (fact) {
            case "role" -> List.of(part.role());
            case "kind" -> List.of(part.kind());
            case "account" -> List.of(Integer.toString(part.account()));
            case "type" -> List.of(origin.membershipType());
            case "product" -> List.of(origin.product());
            case "group" -> origin.groups();
            case "level" -> List.of(Integer.toString(origin.groups().size()));
            default -> origin.vat().map(vat -> List.of(vat.name())).orElse(List.of());
        };
    }

    private boolean is(String fact, String value) {
        if (this.fact.equals("account") && RANGE.matcher(value).matches()) {
            return fact.compareTo(value.substring(0, SECOND - 1)) >= 0 && fact.compareTo(value.substring(SECOND)) <= 0;
        }
        return value.endsWith("*")
                ? !fact.isEmpty() && fact.startsWith(value.substring(0, value.length() - 1))
                : fact.equals(value);
    }
}
