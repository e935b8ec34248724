package se.aviso.app.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.accounting.KeepVouchers;

/** Has exports for general ledgers decided and kept, of one tenant after the other. */
@ApplicationScoped
public class ExportWork {
    @Inject
    EachTenant tenants;

    @Inject
    KeepVouchers vouchers;

    private volatile boolean stopping;

    void doAll() {
        tenants.work("accounting exports", tenant -> vouchers.decideSome(() -> stopping));
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }
}
