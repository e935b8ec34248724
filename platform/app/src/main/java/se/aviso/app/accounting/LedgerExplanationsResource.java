package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Currency;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;

/** Why a balance is what it is, entry by entry, over REST. */
@Path("ledger-explanations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerExplanationsResource {
    @Inject
    FindExplanations find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Why so much of an invoice is open. */
    @GET
    @Path("invoices/{id}")
    @Needs(Permission.LEDGER_READ)
    public FindExplanations.Explained invoice(@PathParam("id") UUID id) {
        return find.ofInvoice(id).orElseThrow(HttpProblem::notFound);
    }

    /** Why so much is kept for a payer by a seller. */
    @GET
    @Path("credit-balances/{id}/{seller}")
    @Needs(Permission.LEDGER_READ)
    public FindExplanations.Explained balance(@PathParam("id") UUID member, @PathParam("seller") UUID seller) {
        var query = QueryParams.of(uri);
        var currency = query.read("currency", LedgerBalancesResource::currency)
                .map(Currency::getCurrencyCode)
                .orElse("SEK");
        return find.ofBalance(member, seller, currency).orElseThrow(HttpProblem::notFound);
    }
}
