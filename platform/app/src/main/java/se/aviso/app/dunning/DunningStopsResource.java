package se.aviso.app.dunning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;

/** Stops of reminders of one invoice, over REST. */
@Path("invoices/{id}/dunning-stops")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DunningStopsResource {
    @Inject
    StopDunning stops;

    /** The stops, the newest first. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Page<StopDunning.Stop> list(@PathParam("id") UUID id) {
        return new Page<>(stops.ofInvoice(id).orElseThrow(HttpProblem::notFound), Optional.empty());
    }

    /** Stops reminders. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response stop(@PathParam("id") UUID id, StopDunning.Wish wish) {
        return Response.status(Response.Status.CREATED)
                .entity(stops.stopInvoice(id, wish))
                .build();
    }

    /** Lifts a stop. */
    @DELETE
    @Path("{stop}")
    @Needs(Permission.INVOICE_WRITE)
    public void lift(@PathParam("id") UUID id, @PathParam("stop") UUID stop) {
        stops.liftOfInvoice(id, stop);
    }
}
