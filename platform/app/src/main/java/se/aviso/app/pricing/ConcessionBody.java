package se.aviso.app.pricing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import se.aviso.kernel.Money;
import se.aviso.pricing.Concession;

/**
 * What a membership need not pay, in the form of the REST API; in a request the id is absent.
 *
 * @param percent whole percent, for {@code PERCENT}
 * @param amount in kronor, for {@code AMOUNT}
 * @param reason stands on the invoice
 * @param lastDay included; absent while it has no end
 */
public record ConcessionBody(
        Optional<UUID> id,
        Concession.Kind kind,
        Optional<Integer> percent,
        Optional<String> amount,
        String reason,
        LocalDate firstDay,
        Optional<LocalDate> lastDay) {
    private static final Currency SEK = Currency.getInstance("SEK");

    static ConcessionBody of(ConcessionStore.Kept kept) {
        var concession = kept.concession();
        var kind = concession.kind();
        return new ConcessionBody(
                Optional.of(kept.id()),
                kind,
                Optional.of((int) concession.size()).filter(any -> kind == Concession.Kind.PERCENT),
                Optional.of(Money.ore(concession.size()).toDecimal()).filter(any -> kind == Concession.Kind.AMOUNT),
                concession.reason(),
                concession.firstDay(),
                concession.lastDay());
    }

    static long ore(String decimal) {
        return Money.parse(decimal, SEK).minorUnits();
    }
}
