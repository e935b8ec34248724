package se.aviso.app.refund;

import java.util.Optional;
import se.aviso.refund.PayeeAccount;

/** What is asked for when money is to be paid back, over REST; without an amount, all that waits or is kept. */
public record RefundBody(
        Optional<String> amount, PayeeAccount.Kind accountKind, String account, String payee, Optional<String> note) {
    ProposeRefund.Wish wish() {
        return new ProposeRefund.Wish(amount, accountKind, account, payee, note);
    }
}
