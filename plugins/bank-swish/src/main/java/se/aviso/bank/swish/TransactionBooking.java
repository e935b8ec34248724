package se.aviso.bank.swish;

import java.util.Currency;
import se.aviso.bank.swish.Transaction.Direction;
import se.aviso.banktext.Occurrences;
import se.aviso.banktext.Problems;
import se.aviso.banktext.Sections;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Place;

/** Hands transactions over, each under a key that no other of its Swish number and day has. */
final class TransactionBooking {
    /** The currency of all Swish payments. */
    static final Currency KRONOR = Currency.getInstance("SEK");

    /** Reports know no deposit; the Swish number and the day are enough. */
    private static final String NO_DEPOSIT = "swish";

    private final Sections sections;
    private final Problems problems;
    private final Occurrences occurrences = new Occurrences();

    TransactionBooking(BankFileSink sink, Problems problems) {
        this.sections = new Sections(sink, problems);
        this.problems = problems;
    }

    /** One that the bank has named: where the name stands twice, it is the same transaction. */
    void bookNamed(Transaction transaction, Place place) {
        book(transaction, true, place);
    }

    /** One that is told by what stands in it; those that are alike in all of it are numbered. */
    void book(Transaction transaction, Place place) {
        book(transaction, false, place);
    }

    private void book(Transaction transaction, boolean named, Place place) {
        if (transaction.direction() == Direction.OUT) {
            problems.note("OUTGOING", "money that was paid out is passed over", place);
            return;
        }
        var back = transaction.direction() == Direction.BACK;
        var name = transaction.name() + (back ? "-back" : "");
        var receiver = transaction.paidTo().get(0).digits();
        var running = named ? 1 : occurrences.next(receiver + "|" + transaction.day() + "|" + name);
        var group = new Sections.Group(transaction.paidTo(), NO_DEPOSIT, transaction.day(), KRONOR);
        sections.add(group, transaction.toPayment(name + "-" + running, place), back);
    }

    /** The report ends here. */
    void close(Place end) {
        sections.close(end);
    }
}
