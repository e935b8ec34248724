package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.screen.Address;

/** Whether there is a receipt for the invoice that the address names, on pages that show the invoice. */
@Named
@RequestScoped
public class ReceiptView {
    @Inject
    ShowReceipt show;

    @Inject
    Address address;

    /** True when it is paid. */
    public boolean isPaid() {
        return address.id("id").filter(show::isPaid).isPresent();
    }
}
