package se.aviso.bank.totalin;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Giros;
import se.aviso.banktext.Problems;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;

/** A payment (20) or deduction (25) whose further records (30 to 70) are still coming. */
final class OpenPayment {
    private static final Pattern TRANSACTION = Pattern.compile("[0-9A-Za-z]*");

    private final FixedRecord record;
    private final Money amount;
    private final Remittance remittance;
    private final Payers payers;

    private OpenPayment(FixedRecord record, Money amount, Problems problems) {
        this.record = record;
        this.amount = amount;
        this.remittance = new Remittance(problems);
        this.payers = new Payers(problems);
        remittance.addReference(record.trimmed(3, 37), record.place());
    }

    /** Begins a payment, or reports that its amount or transaction number cannot be read. */
    static Optional<OpenPayment> begin(FixedRecord record, Currency currency, Problems problems) {
        var amount = record.number(38, 52);
        var transaction = TRANSACTION.matcher(record.trimmed(53, 69)).matches();
        if (amount.isEmpty()) {
            problems.fatal("BAD_AMOUNT", "the amount is no number", record.place());
        }
        if (!transaction) {
            problems.fatal("BAD_SERIAL", "the transaction number is none", record.place());
        }
        return amount.isEmpty() || !transaction
                ? Optional.empty()
                : Optional.of(new OpenPayment(record, new Money(amount.getAsLong(), currency), problems));
    }

    Money amount() {
        return amount;
    }

    boolean isDeduction() {
        return record.type().equals("25");
    }

    void add(FixedRecord further) {
        switch (further.type()) {
            case "30" -> remittance.addReferences(further);
            case "40" -> remittance.addMessages(further);
            case "70" -> {} // what a payment from abroad cost and was in its own currency: the account got the amount
            default -> payers.add(further);
        }
    }

    /** The bank's own number of the transaction, with the kind of the record. */
    String transaction() {
        return record.trimmed(53, 69) + "-" + record.type();
    }

    /**
     * The bankgiro number that the payer paid to, where that was not the account itself; of a deduction none is told.
     */
    Optional<GiroNumber> bankgiro(Problems problems) {
        var written = isDeduction() ? Optional.<String>empty() : record.significant(70, 77);
        var bankgiro = written.flatMap(Giros::bankgiro);
        if (written.isPresent() && bankgiro.isEmpty()) {
            problems.note(
                    "BANKGIRO_LEFT_OUT",
                    "the bankgiro number that was paid to is not valid and left out",
                    record.place());
        }
        return bankgiro;
    }

    /** The payment as a whole, under the given key. */
    BankPayment toPayment(String key) {
        return new BankPayment(
                key, amount, remittance.references(), remittance.messages(), payers.toPayer(), record.place());
    }
}
