package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import se.aviso.app.dunning.ForgiveCharges;
import se.aviso.kernel.InvoiceId;

/** What becomes of a fee that a payment leaves alone: it stays open, or is written off where the tenant wants it so. */
@ApplicationScoped
public class LeftCharges {
    @Inject
    PaymentSettingStore settings;

    @Inject
    ForgiveCharges charges;

    /** These have received money: what is left of their reminders' charges alone is written off. */
    void forgive(Collection<InvoiceId> received, LocalDate today) {
        if (!received.isEmpty() && settings.read().chargesWrittenOff()) {
            charges.after(received, today);
        }
    }

    /** These have given money back: their charges are asked for again. */
    void askAgain(Collection<InvoiceId> reopened, LocalDate today) {
        charges.takeBack(reopened, today);
    }
}
