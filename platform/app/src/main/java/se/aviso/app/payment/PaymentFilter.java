package se.aviso.app.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.Money;
import se.aviso.payment.SuspenseReason;

/** Which payments are looked for; all of it must hold. */
record PaymentFilter(Wording wording, State state, Days days, Amounts amounts, Belonging belonging) {
    /**
     * What the payer is called, wrote and pays from.
     *
     * @param text beginnings of words of the name and of the messages
     * @param reference whole, as the payer gave it
     * @param account whole, as the bank writes it
     */
    record Wording(Optional<String> text, Optional<String> reference, Optional<String> account) {}

    /**
     * Whether any of it waits, and why.
     *
     * @param aside whether what waits was set aside by a person
     */
    record State(Optional<Boolean> waits, Optional<SuspenseReason> reason, Optional<Boolean> aside) {}

    /** First and last day of booking, both included. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** The least and the most; both included. What the bank took back is below nothing. */
    record Amounts(Optional<Money> from, Optional<Money> to) {}

    /** In which file it came, to the sellers of which subtree, and which invoice it went to. */
    record Belonging(Optional<UUID> file, Optional<UUID> group, Optional<UUID> invoice) {}

    /** All that waits for a person. */
    static PaymentFilter waiting() {
        return new PaymentFilter(
                new Wording(Optional.empty(), Optional.empty(), Optional.empty()),
                new State(Optional.of(true), Optional.empty(), Optional.of(false)),
                new Days(Optional.empty(), Optional.empty()),
                new Amounts(Optional.empty(), Optional.empty()),
                new Belonging(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Of the parameters of an address: the API's and the list's. */
    static PaymentFilter of(QueryParams query) {
        var exact = query.amount("amount");
        return new PaymentFilter(
                new Wording(query.text("q"), query.text("reference"), query.text("account")),
                new State(query.flag("suspense"), query.constant("reason", SuspenseReason.class), query.flag("aside")),
                new Days(query.day("bookedFrom"), query.day("bookedTo")),
                new Amounts(
                        outermost(exact, query.amount("amountFrom"), Comparator.naturalOrder()),
                        outermost(exact, query.amount("amountTo"), Comparator.reverseOrder())),
                new Belonging(query.uuid("bankFileId"), query.uuid("groupId"), query.uuid("invoiceId")));
    }

    /** Both hold where both are said: the one that lets less through. */
    private static Optional<Money> outermost(Optional<Money> one, Optional<Money> other, Comparator<Money> narrower) {
        return Stream.of(one, other).flatMap(Optional::stream).max(narrower);
    }
}
