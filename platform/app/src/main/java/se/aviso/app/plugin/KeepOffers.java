package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Notes what plugins that run here offer where that was not kept yet, for it was decided of them before it was: once
 * they run no more nobody can say.
 */
@ApplicationScoped
@Transactional
public class KeepOffers {
    @Inject
    PluginHost host;

    @Inject
    PluginChoiceStore choices;

    /** Notes it for the thread's tenant. */
    public void keep() {
        choices.noteOffers(host.offers());
    }
}
