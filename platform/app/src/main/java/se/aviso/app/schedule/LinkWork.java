package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.invoice.PurgeInvoiceLinks;
import se.aviso.app.link.SendAddressNotices;
import se.aviso.app.link.SendLogInLinks;

/** Sends links to log in, tells former addresses that they are such, and removes links of all kinds that have ended. */
@ApplicationScoped
public class LinkWork {
    private static final System.Logger LOG = System.getLogger(LinkWork.class.getName());

    @Inject
    EachTenant tenants;

    @Inject
    SendLogInLinks logIn;

    @Inject
    SendAddressNotices formerAddresses;

    @Inject
    PurgeInvoiceLinks invoices;

    void send() {
        tenants.work("links to log in", tenant -> {
            while (logIn.sendSome()) {
                Thread.onSpinWait();
            }
        });
    }

    void tellFormerAddresses() {
        tenants.work("former addresses", tenant -> {
            while (formerAddresses.sendSome()) {
                Thread.onSpinWait();
            }
        });
    }

    void purge() {
        tenants.work("ended links", tenant -> {
            var gone = logIn.purge() + invoices.purge();
            if (gone > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} ended links of tenant {1} are removed", gone, tenant.id());
            }
        });
    }
}
