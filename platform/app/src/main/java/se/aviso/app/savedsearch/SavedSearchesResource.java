package se.aviso.app.savedsearch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.GroupId;

/** Searches that are kept, over REST. */
@Path("saved-searches")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchesResource {
    @Inject
    FindSavedSearches find;

    @Inject
    SaveSearch save;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A search to keep. */
    public record NewSearch(SearchedList list, String name, String query, Optional<UUID> groupId) {
        SaveSearch.Wish wish() {
            return new SaveSearch.Wish(list, name, query, groupId.map(GroupId::new));
        }
    }

    /**
     * A search that is kept.
     *
     * @param mine true of the caller's own; others are shared
     */
    public record SearchBody(
            UUID id, SearchedList list, String name, String query, Optional<UUID> groupId, boolean mine) {}

    /** One's own and those that are shared in one's groups, by name. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var list = query.constant("list", SearchedList.class);
        query.refuseOthers();
        var items = find.all(list).stream().map(this::body).toList();
        return new Page<>(items, Optional.empty()).toResponse(uri);
    }

    /** Keeps one. */
    @POST
    @Needs(Permission.INVOICE_READ)
    public Response add(NewSearch body) {
        var search = save.add(body.wish());
        return whole(Response.created(URI.create("saved-searches/" + search.id())), search);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(Response.ok(), find.find(id).orElseThrow(HttpProblem::notFound));
    }

    /** Replaces name, criteria and group of one's own. */
    @PUT
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, NewSearch body) {
        return whole(Response.ok(), save.change(id, version -> ETags.require(ifMatch, version), body.wish()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INVOICE_READ)
    public void remove(@PathParam("id") UUID id) {
        save.remove(id);
    }

    private Response whole(Response.ResponseBuilder response, SavedSearch search) {
        return response.entity(body(search)).tag(ETags.of(search.version())).build();
    }

    private SearchBody body(SavedSearch search) {
        return new SearchBody(
                search.id(),
                search.list(),
                search.name(),
                search.query(),
                search.group().map(GroupId::value),
                find.isOwn(search));
    }
}
