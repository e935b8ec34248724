package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.privacy.PurgeExpired;

/** Lets go of what has been kept long enough, a few times a day; what is done already costs a look. */
@ApplicationScoped
public class PurgeWork {
    private static final System.Logger LOG = System.getLogger(PurgeWork.class.getName());

    @Inject
    EachTenant tenants;

    @Inject
    PurgeExpired purge;

    void doAll() {
        tenants.work("purge", tenant -> purge.purge());
        var pieces = purge.purgeVault();
        if (pieces > 0) {
            LOG.log(System.Logger.Level.INFO, "{0} pieces of old bank files are gone", pieces);
        }
    }
}
