package se.aviso.accounting;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import se.aviso.kernel.Money;

/**
 * A balanced set of postings (verifikation). What is booked stays booked: an error is corrected by {@link #reversed}.
 *
 * <p>Debits equal credits in each currency (bokföringslagen 1999:1078, chapter 5, asks for a lasting record; the
 * balance is that of double entry).
 */
public record LedgerEntry(EntryKind kind, LocalDate bookedOn, List<Posting> postings) {
    public LedgerEntry {
        postings = List.copyOf(postings);
        var balances = postings.stream()
                .collect(Collectors.toMap(p -> p.amount().currency(), LedgerEntry::signed, Money::plus));
        balances.forEach(LedgerEntry::requireBalance);
    }

    /** The entry that undoes this one, booked on a later day. */
    public LedgerEntry reversed(LocalDate on) {
        return new LedgerEntry(
                EntryKind.REVERSAL, on, postings.stream().map(Posting::reversed).toList());
    }

    private static Money signed(Posting posting) {
        return posting.side() == Side.DEBIT
                ? posting.amount()
                : posting.amount().negated();
    }

    private static void requireBalance(Currency currency, Money balance) {
        if (!balance.isZero()) {
            throw new IllegalArgumentException("an entry out of balance by " + balance);
        }
    }
}
