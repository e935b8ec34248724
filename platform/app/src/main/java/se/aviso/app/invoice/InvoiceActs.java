package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;

/** What the user may do with invoices, for pages that lead there. */
@Named
@RequestScoped
public class InvoiceActs {
    @Inject
    Caller caller;

    /** True when the user writes invoices for some group. */
    public boolean isWriting() {
        return caller.may(Permission.INVOICE_WRITE);
    }

    /** True when the user writes invoices for the group of that path. */
    public boolean writesFor(String path) {
        return caller.may(Permission.INVOICE_WRITE, path);
    }
}
