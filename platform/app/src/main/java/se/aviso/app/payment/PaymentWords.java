package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.payment.ListPayments.Listed;
import se.aviso.app.payment.ListPayments.Settled;
import se.aviso.app.screen.Texts;

/** Payments in the words of the screens. */
@Named
@RequestScoped
public class PaymentWords {
    @Inject
    Texts texts;

    /**
     * Whom a payment is from: the name that the bank gave; else whose invoices it has paid, for a giro payment with a
     * reference comes without a name.
     */
    public String payer(Listed payment) {
        if (!payment.payer().name().isBlank()) {
            return payment.payer().name();
        }
        var members =
                payment.settled().stream().map(Settled::memberName).distinct().toList();
        return switch (members.size()) {
            case 0 -> texts.get("payment.unknownPayer");
            case 1 -> texts.with("payment.forMember", members.get(0));
            default -> texts.with("payment.forMembers", members.get(0), members.size() - 1);
        };
    }
}
