package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.aviso.app.pricing.PricePlugins;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.pricing.PricedAhead;

/** Has plugins price the memberships of an invoice that somebody writes, before the transaction begins. */
@ApplicationScoped
public class PriceSketches {
    @Inject
    FindSketchQuestions find;

    @Inject
    PricePlugins plugins;

    @Inject
    PricedAhead ahead;

    /** Asks about the invoice, and does the work with the answers. */
    public <T> T around(OneOffBodies.NewInvoice wanted, Supplier<T> work) {
        return around(find.of(wanted.lines()), work);
    }

    /** Asks about the kept draft of that id, where there is one, and does the work with the answers. */
    public <T> T around(UUID draft, Supplier<T> work) {
        return around(find.of(draft), work);
    }

    private <T> T around(Map<String, List<PriceQuestion>> questions, Supplier<T> work) {
        return ahead.with(plugins.ask(questions), work);
    }
}
