package se.aviso.invoice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * A wish at its place in the request, held to what is left of the claim's lines.
 *
 * @param first whether it is the first for its line
 */
record Taking(String pointer, Creditable.Wish wish, boolean first) {
    /** A line of the note, or what is wrong with the wish for it. */
    record Taken(Optional<CreditNote.Line> line, Optional<Fault> fault) {
        static Taken fault(String pointer, String code, Map<String, String> facts) {
            return new Taken(Optional.empty(), Optional.of(new Fault(code, pointer, facts)));
        }
    }

    Taken of(List<Creditable.Rest> rests) {
        if (wish.line() < 1 || wish.line() > rests.size()) {
            return Taken.fault(pointer + "/line", "credit-line-unknown", Map.of());
        }
        var rest = rests.get(wish.line() - 1);
        if (!first) {
            return Taken.fault(pointer + "/line", "credit-line-twice", Map.of());
        }
        if (rest.isGone()) {
            return Taken.fault(pointer + "/line", "credit-line-gone", Map.of());
        }
        if (wish.amount().isPresent() && wish.quantity().isPresent()) {
            return Taken.fault(pointer + "/amount", "credit-amount-or-quantity", Map.of());
        }
        return wish.quantity().isPresent() ? quantity(rest, wish.quantity().get()) : amount(rest);
    }

    private Taken quantity(Creditable.Rest rest, int quantity) {
        if (quantity < 1) {
            return Taken.fault(pointer + "/quantity", "credit-quantity", Map.of());
        }
        var amount = rest.of().unit().times(quantity);
        return isBeyond(rest, amount)
                ? Taken.fault(pointer + "/quantity", "credit-over-line", left(rest))
                : taken(rest, amount);
    }

    private Taken amount(Creditable.Rest rest) {
        var amount = wish.amount().orElse(rest.amount());
        var ofNothing = rest.amount().isZero();
        if (!amount.currency().equals(rest.amount().currency())
                || (amount.isZero() && !ofNothing)
                || amount.isNegative() != rest.amount().isNegative()) {
            return Taken.fault(pointer + "/amount", "credit-amount", left(rest));
        }
        return isBeyond(rest, amount)
                ? Taken.fault(pointer + "/amount", "credit-over-line", left(rest))
                : taken(rest, amount);
    }

    private static boolean isBeyond(Creditable.Rest rest, Money amount) {
        return rest.amount().isNegative() ? amount.compareTo(rest.amount()) < 0 : amount.compareTo(rest.amount()) > 0;
    }

    private static Map<String, String> left(Creditable.Rest rest) {
        return Map.of("left", rest.amount().toDecimal());
    }

    private static Taken taken(Creditable.Rest rest, Money amount) {
        return new Taken(Optional.of(Creditable.line(rest, amount)), Optional.empty());
    }
}
