package se.aviso.bank.swish;

import static se.aviso.spi.bank.PaymentReference.Kind.FREE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.Place;

/**
 * What a row says, whichever bank wrote it.
 *
 * @param paidTo the receiving Swish number, and the account behind it where the report names it by its IBAN
 * @param day on which the bank booked it
 * @param name the bank's own name of it, or what comes nearest: what tells it from others
 * @param payer who paid, with the mobile number as account
 * @param words the message, then the order number; empty texts say nothing
 */
record Transaction(
        List<GiroNumber> paidTo,
        LocalDate day,
        Direction direction,
        Money amount,
        String name,
        Payer payer,
        Words words) {
    Transaction {
        paidTo = List.copyOf(paidTo);
    }

    /** Which way the money went, and whose it was. */
    enum Direction {
        /** Somebody paid. */
        IN,
        /** A payment was sent back to who had paid it. */
        BACK,
        /** Money of the receiver's own came back; what stands beside it is the other side's and settles nothing. */
        OWN_RETURNED,
        /** The receiver paid somebody. */
        OUT
    }

    /** What the payer wrote, and the number of the order. */
    record Words(String message, String order) {
        private List<String> all() {
            return Stream.of(message, order)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** The payment or deduction, under the given key. */
    BankPayment toPayment(String key, Place place) {
        var references = direction == Direction.OWN_RETURNED
                ? List.<PaymentReference>of()
                : words.all().stream()
                        .map(text -> new PaymentReference(text, FREE, Optional.empty()))
                        .toList();
        var named = Optional.of(payer).filter(it -> !(it.name() + it.account()).isEmpty());
        return new BankPayment(key, amount, references, words.all(), named, place);
    }
}
