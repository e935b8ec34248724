package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** Annual statements of members, over REST. */
@Path("members/{id}/statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatementsResource {
    @Inject
    ShowStatements show;

    /** What each year came to, the newest first. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public List<StatementBody.Summary> list(@PathParam("id") UUID id) {
        return show.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** The statement of a year and a seller. */
    @GET
    @Path("{year}/{seller}")
    @Needs(Permission.INVOICE_READ)
    public StatementBody see(@PathParam("id") UUID id, @PathParam("year") int year, @PathParam("seller") UUID seller) {
        return show.of(id, new ShowStatements.Which(year, seller));
    }

    /** The same as a PDF. */
    @GET
    @Path("{year}/{seller}/document.pdf")
    @Produces("application/pdf")
    @Needs(Permission.INVOICE_READ)
    public byte[] pdf(@PathParam("id") UUID id, @PathParam("year") int year, @PathParam("seller") UUID seller) {
        return show.pdf(id, new ShowStatements.Which(year, seller));
    }
}
