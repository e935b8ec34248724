package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.screen.Address;

/** Whether the user may send the invoice that the address names once more, for the page that leads there. */
@Named
@RequestScoped
public class InvoiceSendActs {
    @Inject
    SendInvoice send;

    @Inject
    Address address;

    /** True when it is worth sending, and the user's to send. */
    public boolean isSending() {
        return address.id("id").flatMap(send::find).isPresent();
    }
}
