package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Payments, over REST. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {
    @Inject
    FindPayments find;

    @Inject
    FindBankRecord records;

    @Inject
    SuggestInvoices suggest;

    @Inject
    SetPaymentAside aside;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Why it is set aside. */
    public record Note(String note) {}

    /** The newest payments that all of the parameters hold for. */
    @GET
    @Needs(Permission.PAYMENT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = PaymentFilter.of(query);
        return Page.of(find.page(wanted, page), page, row -> new Cursor("", row.id()))
                .toResponse(uri);
    }

    /** One payment with what it settles, and its place in the bank file. */
    @GET
    @Path("{id}")
    @Needs(Permission.PAYMENT_READ)
    public FindPayments.PaymentDetail see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Takes it out of the queue with a note; twice writes the note anew. */
    @POST
    @Path("{id}:set-aside")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public FindPayments.PaymentDetail setAside(@PathParam("id") UUID id, Note body) {
        aside.aside(id, body.note());
        return see(id);
    }

    /** Puts it back into the queue; harmless where it is. */
    @POST
    @Path("{id}:take-up")
    @Needs(Permission.PAYMENT_WRITE)
    public FindPayments.PaymentDetail takeUp(@PathParam("id") UUID id) {
        aside.takeUp(id);
        return see(id);
    }

    /** The payment as the bank wrote it: the bytes of its own record. */
    @GET
    @Path("{id}/bank-record")
    @Needs(Permission.BANK_FILE_READ)
    public FindBankRecord.Shown record(@PathParam("id") UUID id) {
        return records.of(id).orElseThrow(HttpProblem::notFound);
    }

    /** The invoices that what waits of the payment may be for, with reasons; with {@code q}, those that are found. */
    @GET
    @Path("{id}/suggestions")
    @Needs(Permission.PAYMENT_READ)
    public List<SuggestInvoices.Suggested> suggestions(@PathParam("id") UUID id) {
        return QueryParams.of(uri)
                .text("q")
                .map(text -> suggest.search(id, text))
                .orElseGet(() -> suggest.suggest(id));
    }
}
