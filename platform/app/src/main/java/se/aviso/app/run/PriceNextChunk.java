package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
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

    /** Asks, does the work with the answers, and forgets them; true when there is more to do. */
    public boolean around(RunId run, BooleanSupplier work) {
        return ahead.with(plugins.askInTurn(find.of(run)), work::getAsBoolean);
    }
}
