package se.aviso.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/** What entries move on an account on a day: the sums of its sides, and of how many postings; never below nothing. */
public record AccountDay(Key key, Money debit, Money credit, long postings) {
    /** Whose account, which, and which day. */
    public record Key(GroupId seller, LocalDate bookedOn, int account, Currency currency) {}

    /** An entry of a seller, with its true or its moved day. */
    public record OfSeller(GroupId seller, LocalDate bookedOn, LedgerEntry entry) {}

    /** What all of the entries move, a day of an account each. */
    public static List<AccountDay> of(Collection<OfSeller> entries) {
        var days = new LinkedHashMap<Key, AccountDay>();
        for (var each : entries) {
            for (var posting : each.entry().postings()) {
                var key = new Key(
                        each.seller(),
                        each.bookedOn(),
                        posting.account(),
                        posting.amount().currency());
                days.merge(key, of(key, posting), AccountDay::plus);
            }
        }
        return new ArrayList<>(days.values());
    }

    /** What the account's balance rises by; below nothing when it falls. */
    public Money balance() {
        return debit.minus(credit);
    }

    private static AccountDay of(Key key, Posting posting) {
        var nothing = Money.zero(key.currency());
        return posting.side() == Side.DEBIT
                ? new AccountDay(key, posting.amount(), nothing, 1)
                : new AccountDay(key, nothing, posting.amount(), 1);
    }

    private AccountDay plus(AccountDay other) {
        return new AccountDay(
                key, debit.plus(other.debit), credit.plus(other.credit), Math.addExact(postings, other.postings));
    }
}
