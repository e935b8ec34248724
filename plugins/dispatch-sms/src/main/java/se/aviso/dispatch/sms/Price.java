package se.aviso.dispatch.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.kernel.Money;

/** What the provider says that a text costs: in ten-thousandths of a krona; a part of an öre counts as a whole one. */
final class Price {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,9}");
    private static final long OF_ORE = 100;

    private Price() {}

    /** The price, where it is one. */
    static Optional<Money> read(String cost) {
        return WRITTEN.matcher(cost).matches()
                ? Optional.of(Money.ore((Long.parseLong(cost) + OF_ORE - 1) / OF_ORE))
                : Optional.empty();
    }
}
