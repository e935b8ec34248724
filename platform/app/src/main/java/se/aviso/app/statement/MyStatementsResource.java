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

/** A member's own annual statements, over REST. */
@Path("me/statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyStatementsResource {
    @Inject
    ShowStatements show;

    /** What each year came to, the newest first. */
    @GET
    @Needs(Permission.OWN_READ)
    public List<StatementBody.Summary> list() {
        return show.own();
    }

    /** The statement of a year and a seller. */
    @GET
    @Path("{id}/{year}/{seller}")
    @Needs(Permission.OWN_READ)
    public StatementBody see(@PathParam("id") UUID id, @PathParam("year") int year, @PathParam("seller") UUID seller) {
        return show.own(id, new ShowStatements.Which(year, seller));
    }

    /** The same as a PDF. */
    @GET
    @Path("{id}/{year}/{seller}/document.pdf")
    @Produces("application/pdf")
    @Needs(Permission.OWN_READ)
    public byte[] pdf(@PathParam("id") UUID id, @PathParam("year") int year, @PathParam("seller") UUID seller) {
        return show.ownPdf(id, new ShowStatements.Which(year, seller));
    }
}
