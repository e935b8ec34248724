package se.aviso.app.signup;

import java.util.EnumSet;
import java.util.Set;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;

/** How somebody who joins wants to pay. Either way there is an invoice, and the bank's file says that it was paid. */
public enum PaymentOption {
    /** Later, to a giro number. */
    AVI,

    /** At once, with the telephone. */
    SWISH;

    /**
     * What a seller can be paid by.
     *
     * @param seller the identity on the group's documents: its Swish number leads where its giro number does
     */
    static Set<PaymentOption> open(BillingIdentity seller) {
        return seller.value(BillingField.SWISH).isPresent() ? EnumSet.allOf(PaymentOption.class) : EnumSet.of(AVI);
    }
}
