package se.aviso.app.payment;

import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;

/** A payment or deduction with the section that it stands in. */
record SectionedPayment(Section section, BankPayment payment, boolean deduction) {
    /** The amount as it is booked: a deduction is negative. */
    Money signed() {
        return deduction ? payment.amount().negated() : payment.amount();
    }

    String bankKey() {
        return section.bankKey(payment.key());
    }

    Section.Receiver receiver() {
        return section.receiver().orElseThrow();
    }
}
