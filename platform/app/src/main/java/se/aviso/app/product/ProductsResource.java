package se.aviso.app.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.MergePatch;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** The product library, over REST. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {
    @Inject
    FindProducts find;

    @Inject
    KeepProducts keep;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Adds a product to a group. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PRODUCT_WRITE)
    public Response add(ProductBodies.ProductBody body) {
        var added = keep.add(body.groupId(), body.written());
        return whole(Response.created(URI.create("products/" + added.product().id())), added);
    }

    /** Products by number; with {@code groupId}, what that group sells today, own and inherited. */
    @GET
    @Needs(Permission.PRODUCT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var text = query.text("q");
        var rows = query.uuid("groupId")
                .map(group -> find.soldBy(group, text, page))
                .orElseGet(() -> find.page(text, page));
        var shown = Page.of(rows, page, FindProducts::cursor);
        var bodies = new Page<>(
                shown.items().stream().map(ProductBodies.ProductBody::of).toList(), shown.nextCursor());
        return bodies.toResponse(uri);
    }

    /** One product. */
    @GET
    @Path("{id}")
    @Needs(Permission.PRODUCT_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(Response.ok(), find.find(id).orElseThrow(HttpProblem::notFound));
    }

    /** Changes what the body names; the group stays. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Needs(Permission.PRODUCT_WRITE)
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        var texts = MergePatch.withNumbersAsTexts(body, Set.of("/account"));
        var changes = MergePatch.read(texts, ProductForm.pointers());
        return whole(Response.ok(), keep.change(id, version -> ETags.require(ifMatch, version), changes));
    }

    private static Response whole(Response.ResponseBuilder response, ProductStore.Kept kept) {
        return response.entity(ProductBodies.ProductBody.of(kept))
                .tag(ETags.of(kept.version()))
                .build();
    }
}
