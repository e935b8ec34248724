package se.aviso.app.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;

/** Lets go of what the law no longer asks to keep: chunk by chunk, each harmless to repeat, and told as one deed. */
@ApplicationScoped
public class PurgeExpired {
    private static final int CHUNK = 500;

    @Inject
    Chunks chunks;

    /** The transactions of it. */
    @ApplicationScoped
    @Transactional
    public static class Chunks {
        @Inject
        RetentionStore store;

        @Inject
        AuditTrail trail;

        Purged over() {
            return store.over();
        }

        Purged next() {
            return store.purge(CHUNK);
        }

        long nextOfVault() {
            return store.purgeVault(1);
        }

        void tell(Purged purged) {
            var counts = List.of(
                    Change.to(Field.INVOICES_PURGED, purged.invoices()),
                    Change.to(Field.PAYMENTS_PURGED, purged.payments()),
                    Change.to(Field.KEYS_PURGED, purged.keys()),
                    Change.to(Field.FILES_PURGED, purged.collectorFiles()));
            trail.record(Deed.ofTenant(Act.RETENTION_PURGED, Tenancy.required().value(), counts));
        }
    }

    /** What would go; nothing is done. */
    public Purged count() {
        return chunks.over();
    }

    /** Lets all of it go. */
    public Purged purge() {
        var all = Purged.NOTHING;
        for (var some = chunks.next(); !some.isNothing(); some = chunks.next()) {
            all = all.plus(some);
        }
        if (!all.isNothing()) {
            chunks.tell(all);
        }
        return all;
    }

    /** Lets go of the raw bank files of all tenants whose time is over, and answers how many pieces that were. */
    public long purgeVault() {
        var all = 0L;
        for (var some = chunks.nextOfVault(); some > 0; some = chunks.nextOfVault()) {
            all += some;
        }
        return all;
    }
}
