package se.aviso.app.payment;

import se.aviso.kernel.Money;
import se.aviso.payment.Fingerprint;
import se.aviso.spi.bank.BankPayment;

/** A payment or deduction with the section that it stands in. */
record SectionedPayment(Section section, BankPayment payment, boolean deduction) {
    /** The amount as it is booked: a deduction is negative. */
    Money signed() {
        return deduction ? payment.amount().negated() : payment.amount();
    }

    /** What another bank format would tell alike of the payment. */
    Fingerprint fingerprint() {
        var paidTo = new Fingerprint.Receiver(
                receiver().giroKeys().get(0), receiver().known());
        return Fingerprint.of(paidTo, section.bookedOn(), signed(), payment.references(), payment.messages());
    }

    String bankKey() {
        return section.bankKey(payment.key());
    }

    Section.Receiver receiver() {
        return section.receiver().orElseThrow();
    }
}
