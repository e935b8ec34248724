package se.aviso.bank.camt;

import java.util.List;
import java.util.Optional;
import se.aviso.banktext.Occurrences;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Place;

/** Hands payments and deductions over to their sections, each under a key that no other of the file has. */
final class Booking {
    private final Sections sections;
    private final Accounts accounts;
    private final Report report;
    private final Occurrences occurrences = new Occurrences();

    Booking(Sections sections, Accounts accounts, Report report) {
        this.sections = sections;
        this.accounts = accounts;
        this.report = report;
    }

    /** Where an entry is booked. */
    record Where(EntryHead entry, Account account) {}

    Report report() {
        return report;
    }

    /**
     * Hands a detail over, with its amount and what else the bank wrote about it.
     *
     * <p>Of a payment of ours that came back, the references are those of the other side's: they settle nothing by
     * themselves, and stand among its messages.
     */
    void book(Where where, Detail detail, Money amount, Optional<String> text) throws Refusal {
        var name = EntryHead.name(detail.element(), "Refs/AcctSvcrRef", "Refs/TxId")
                .orElse("");
        if (EntryHead.isTooLong(name)) {
            report.fatal("BAD_REFERENCE", "the bank's reference of the payment is too long", detail.place());
            return;
        }
        var remittance = new Remittance(amount, report, detail.place());
        remittance.take(detail.element(), text, where.account().profile().references());
        var cameBack = where.entry().reversal() && detail.direction() == Direction.CRDT;
        var payment = new BankPayment(
                key(where, name),
                amount,
                cameBack ? List.of() : remittance.references(),
                cameBack ? remittance.everything() : remittance.messages(),
                Payers.of(detail.element()),
                detail.place());
        hand(where, detail, payment);
    }

    private void hand(Where where, Detail detail, BankPayment payment) throws Refusal {
        var takenBack = where.entry().reversal();
        var giros = accounts.receiving(detail.element(), where.account(), takenBack, detail.place());
        if (giros.isEmpty()) {
            report.fatal("NO_ACCOUNT", "neither a giro number nor an IBAN says who was paid", detail.place());
            return;
        }
        var entry = where.entry();
        var group = new Sections.Group(
                where.account().number(), giros, entry.day(), entry.amount().currency());
        if (detail.direction() == Direction.CRDT) {
            sections.payment(group, payment);
        } else {
            sections.deduction(group, payment);
        }
    }

    /** Hands over what the bank kept of an entry for its work: the account received so much less. */
    void bookCharges(Where where, Detail like, Money charges, Place place) throws Refusal {
        var taken =
                new BankPayment(key(where, "charges"), charges, List.of(), List.of("charges"), Optional.empty(), place);
        hand(where, new Detail(like.element(), Direction.DBIT, Optional.of(charges), place), taken);
    }

    /** The bank's names of entry and payment, and which of the payments with these names it is. */
    private String key(Where where, String name) {
        var entry = where.entry();
        var key = entry.reference() + "/" + name;
        return key + "/" + occurrences.next(entry.day() + "|" + where.account().number() + "|" + key);
    }
}
