package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** The examinations of the books, over REST. */
@Path("books-checks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BooksChecksResource {
    private static final int MOST = 50;

    @Inject
    FindBooksChecks find;

    @Inject
    WishBooksCheck wish;

    /** Examinations, the newest first. */
    public record Examinations(List<BooksCheckStore.Examined> items) {}

    /** The newest fifty. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Examinations list() {
        return new Examinations(find.newest(MOST));
    }

    /** One of them; without an end it is under way. */
    @GET
    @Path("{id}")
    @Needs(Permission.LEDGER_READ)
    public BooksCheckStore.Examined see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Begins one now; where one is under way, that is it. */
    @POST
    @Needs(Permission.SETTING_WRITE)
    public Response begin() {
        var id = wish.wish();
        return Response.accepted(see(id))
                .location(URI.create("books-checks/" + id))
                .build();
    }
}
