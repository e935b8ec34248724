package se.aviso.app.accounting;

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
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** The books, over REST; nothing can be changed there. */
@Path("ledger-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerEntriesResource {
    @Inject
    FindLedgerEntries find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The newest entries that all of the parameters hold for, with their postings. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = new FindLedgerEntries.Wanted(
                query.uuid("sellerGroupId"),
                query.day("bookedFrom"),
                query.day("bookedTo"),
                query.uuid("invoiceId"),
                query.uuid("paymentId"));
        return Page.of(find.page(wanted, page), page, entry -> new Cursor("", entry.id()))
                .toResponse(uri);
    }
}
