package se.aviso.accounting.enterprise;

import java.util.Optional;
import se.aviso.spi.accounting.NamedDimension;

/** What a dimension is called: {@code dim20="Verksamhet"}, and of one that is a part of another {@code under=dim30}. */
final class Naming {
    private static final int LONGEST = 100;
    private static final int WITH_ANOTHER = 2;

    private Naming() {}

    static NamedDimension read(String text) {
        var pairs = Rule.pairs(text);
        if (pairs.isEmpty() || pairs.size() > WITH_ANOTHER) {
            throw new IllegalArgumentException(
                    "a dimension is named as dim20=\"Verksamhet\", or with under=dim30 behind it");
        }
        var name = pairs.get(0).value().strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a name has one to a hundred letters");
        }
        var number = Outcome.dimension(pairs.get(0).name());
        var under = pairs.stream().skip(1).map(Naming::above).findFirst();
        if (under.equals(Optional.of(number))) {
            throw new IllegalArgumentException("a dimension is no part of itself");
        }
        return new NamedDimension(number, name, under);
    }

    private static int above(Rule.Pair pair) {
        if (!pair.name().equals("under")) {
            throw new IllegalArgumentException("nothing is known of " + pair.name());
        }
        return Outcome.dimension(pair.value());
    }
}
