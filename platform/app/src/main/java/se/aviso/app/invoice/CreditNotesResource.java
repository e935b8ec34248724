package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;

/** Credit notes of an invoice, over REST. */
@Path("invoices/{id}/credit-notes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CreditNotesResource {
    @Inject
    CreditInvoice credit;

    @Inject
    FindCreditNotes find;

    @Inject
    Idempotency idempotency;

    /** What to credit, and why; without lines, all that is left. */
    public record NewCreditNote(Optional<List<CreditInvoice.Part>> lines, Optional<String> reason) {}

    /** The credit notes of the invoice, the oldest first. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INVOICE_READ)
    public List<CreditNoteBody> list(@PathParam("id") UUID id) {
        return find.of(id).orElseThrow(HttpProblem::notFound).stream()
                .map(note -> CreditNoteBody.of(note))
                .toList();
    }

    /** Credits; with {@code ?preview=true} it only says what that comes to. */
    @POST
    @Needs(Permission.INVOICE_WRITE)
    public Response add(
            @PathParam("id") UUID id,
            @QueryParam("preview") boolean preview,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewCreditNote body) {
        if (preview) {
            return Response.ok(CreditNoteBody.of(credit.preview(id, body.lines())))
                    .build();
        }
        return idempotency
                .once(key, "POST /invoices/" + id + "/credit-notes", body, () -> {
                    var note = credit.credit(id, body.lines(), body.reason());
                    return Answer.created(
                            URI.create("invoices/" + note),
                            CreditNoteBody.of(find.find(note).orElseThrow()));
                })
                .toResponse();
    }
}
