package se.aviso.app.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Drawing;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.app.wording.TemplateStore;
import se.aviso.kernel.GroupId;

/** The page that a group has drawn for its documents, over REST. */
@Path("groups/{id}/template")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    @Inject
    SetTemplate template;

    @Inject
    TryTemplate trying;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A page as its author writes it. */
    public record DrawingBody(DocumentData.Look look, String html, Optional<String> css) {
        Drawing read() {
            return new Drawing(look, html, css.orElse(""));
        }
    }

    /**
     * A group's page.
     *
     * @param version 0 where it has drawn none
     * @param groupId whose page holds; absent where the one that follows is the one to begin with
     * @param parts of the shipped pages, which html can name
     */
    record SeenBody(
            long version,
            boolean open,
            Optional<UUID> groupId,
            DocumentData.Look look,
            String html,
            String css,
            Map<String, String> parts) {
        static SeenBody of(SetTemplate.Seen seen) {
            var drawing = seen.drawing();
            return new SeenBody(
                    seen.version(),
                    seen.isOpen(),
                    seen.nearest().map(holding -> holding.group().value()),
                    drawing.look(),
                    drawing.html(),
                    drawing.css(),
                    Drawing.parts());
        }
    }

    /** A version that was in force once, with its drawing. */
    record VersionBody(UUID id, int version, DocumentData.Look look, String html, String css) {
        static VersionBody of(TemplateStore.Numbered numbered) {
            var drawing = numbered.drawing();
            return new VersionBody(numbered.id(), numbered.ordinal(), drawing.look(), drawing.html(), drawing.css());
        }
    }

    /**
     * What is known of a version without its drawing.
     *
     * @param length of HTML and CSS, in signs
     */
    record KnownBody(UUID id, int version, DocumentData.Look look, int length, Instant madeAt) {
        static KnownBody of(TemplateStore.Known known) {
            return new KnownBody(known.id(), known.ordinal(), known.look(), known.length(), known.madeAt());
        }
    }

    /** The page that holds for the group, or the one to begin with; or a version that the group once had. */
    @GET
    @Needs(Permission.GROUP_READ)
    public Response see(@PathParam("id") UUID id) {
        var version = QueryParams.of(uri).number("version");
        if (version.isPresent()) {
            var old = template.version(new GroupId(id), version.get()).orElseThrow(HttpProblem::notFound);
            return Response.ok(VersionBody.of(old)).build();
        }
        return answer(template.find(new GroupId(id)).orElseThrow(HttpProblem::notFound));
    }

    /** Keeps a new version of the group's page; what was issued before stays as it is. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SETTING_WRITE)
    public Response set(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, DrawingBody body) {
        return answer(trying.set(new GroupId(id), version -> ETags.require(ifMatch, version), body.read()));
    }

    /** The versions that the group has had, the newest first. */
    @GET
    @Path("versions")
    @Needs(Permission.GROUP_READ)
    public Response versions(@PathParam("id") UUID id) {
        var page = QueryParams.of(uri).page();
        var before = page.after().map(Cursor::number).orElse(Long.MAX_VALUE);
        var rows = template.history(new GroupId(id), before, page.limitAndOne()).orElseThrow(HttpProblem::notFound);
        var versions = Page.of(rows, page, TemplateResource::cursor);
        return new Page<>(versions.items().stream().map(KnownBody::of).toList(), versions.nextCursor()).toResponse(uri);
    }

    private static Response answer(SetTemplate.Seen seen) {
        return Response.ok(SeenBody.of(seen)).tag(ETags.of(seen.version())).build();
    }

    private static Cursor cursor(TemplateStore.Known known) {
        return new Cursor(Integer.toString(known.ordinal()), known.id());
    }
}
