package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import se.aviso.app.web.ProblemTexts;
import se.aviso.app.web.SpokenLanguage;

/** Tells what a draft comes to, in the form of the REST API and in the language of the request. */
@RequestScoped
public class DraftWords {
    @Inject
    HttpServletRequest request;

    /** The draft; with its id where it is kept. */
    OneOffBodies.DraftBody body(SketchDesk.Priced priced, boolean kept) {
        var texts = ProblemTexts.in(SpokenLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        var total = OneOffBodies.total(priced.lined());
        return new OneOffBodies.DraftBody(
                Optional.of(priced.sketch().id()).filter(id -> kept),
                InvoiceRow.Document.DRAFT,
                priced.sketch().group().value(),
                priced.sketch().member().value(),
                priced.payer().map(payer -> payer.id().value()),
                priced.dueOn(),
                priced.lines(),
                OneOffBodies.vat(priced.lined()),
                total.toDecimal(),
                total.currency().getCurrencyCode(),
                priced.faults().stream()
                        .map(fault -> new OneOffBodies.ProblemBody(
                                fault.code(), fault.pointer(), texts.detail(fault.code(), fault.facts())))
                        .toList());
    }
}
