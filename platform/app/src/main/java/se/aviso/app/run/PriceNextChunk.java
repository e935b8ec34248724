package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.pricing.PricePlugins;
import se.aviso.app.pricing.PricedAhead;
import se.aviso.kernel.RunId;

/** Has plugins price what a run is about to bill, before the transaction of its chunk begins. */
@ApplicationScoped
public class PriceNextChunk {
    @Inject
    FindQuestions find;

    @Inject
    PricePlugins plugins;

    @Inject
    PricedAhead ahead;

    /** Work that is to find the answers. */
    public interface Work {
        /** True when there is more to do. */
        boolean next();
    }

    /** Asks, does the work, and forgets. */
    public boolean around(RunId run, Work work) {
        var said = plugins.ask(find.of(run));
        ahead.keep(said);
        try {
            return work.next();
        } finally {
            ahead.forget(said.keySet());
        }
    }
}
