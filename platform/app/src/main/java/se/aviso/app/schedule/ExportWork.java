package se.aviso.app.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import se.aviso.app.accounting.KeepVouchers;

/** Has exports for general ledgers decided and kept: of each tenant a chunk of each, until nothing is left. */
@ApplicationScoped
public class ExportWork {
    @Inject
    EachTenant tenants;

    @Inject
    KeepVouchers vouchers;

    private volatile boolean stopping;

    void doAll() {
        var more = new AtomicBoolean(true);
        while (more.getAndSet(false) && !stopping) {
            tenants.work("accounting exports", tenant -> {
                if (vouchers.decideSome(() -> stopping)) {
                    more.set(true);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }
}
