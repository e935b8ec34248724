package se.aviso.app.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Credit balances of payers, over REST. */
@Path("credit-balances")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditBalancesResource {
    @Inject
    FindCreditBalances find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Balances above nothing, of sellers in the caller's subtrees, by member. */
    @GET
    @Needs(Permission.PAYMENT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var found = find.page(query.uuid("memberId"), query.uuid("groupId"), page);
        return Page.of(found, page, FindCreditBalances::cursor).toResponse(uri);
    }
}
