package se.aviso.bank.totalin;

import java.util.List;
import se.aviso.banktext.Occurrences;
import se.aviso.banktext.Problems;
import se.aviso.banktext.Sections;
import se.aviso.kernel.GiroNumber;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.Place;

/**
 * Hands payments over, each under a key that no other of its account and day has.
 *
 * <p>An account may be paid to under several bankgiro numbers, and a section has one: so a section is no account.
 */
final class PaymentBooking {
    private final Sections sections;
    private final Problems problems;
    private final Occurrences occurrences = new Occurrences();

    PaymentBooking(BankFileSink sink, Problems problems) {
        this.sections = new Sections(sink, problems);
        this.problems = problems;
    }

    void book(OpenAccount.Head account, OpenPayment payment) {
        var giros = payment.bankgiro(problems)
                .map(bankgiro -> List.of(bankgiro, account.giro()))
                .orElseGet(() -> List.<GiroNumber>of(account.giro()));
        var group = new Sections.Group(giros, account.number(), account.day(), account.currency());
        var name = payment.transaction();
        var running = occurrences.next(account.number() + "|" + account.day() + "|" + account.currency() + "|" + name);
        sections.add(group, payment.toPayment(name + "-" + running), payment.isDeduction());
    }

    /** The account ends here. */
    void close(Place end) {
        sections.close(end);
    }
}
