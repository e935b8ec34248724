package se.aviso.app.pickup;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.app.payment.FileBody;
import se.aviso.app.payment.FileName;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.GiroNumber;

/** Files that came for whoever they belong to, over REST; for operators. */
@Path("shared-files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharedFilesResource {
    @Inject
    FindPickedFiles find;

    @Inject
    HandOverPickedFile handOver;

    @Inject
    SettlePickedFile settle;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Why a file is put aside. */
    record Note(String note) {}

    /** A file; its sections only where one is asked for. */
    record SharedFile(
            UUID id,
            UUID sourceId,
            Optional<UUID> folderOf,
            String name,
            long size,
            PickedState state,
            Optional<String> format,
            List<BankFileRecord.Fault> problems,
            Optional<String> note,
            Instant receivedAt,
            Optional<List<SectionBody>> sections) {
        static SharedFile of(PickedFile file, Optional<List<PickedFile.Part>> parts) {
            return new SharedFile(
                    file.id(),
                    file.sourceId(),
                    file.scope(),
                    file.name(),
                    file.size(),
                    file.state(),
                    file.format(),
                    file.problems(),
                    file.note(),
                    file.receivedAt(),
                    parts.map(all -> all.stream().map(SectionBody::of).toList()));
        }
    }

    /** A section, and who gets it. */
    record SectionBody(
            List<String> accounts,
            long records,
            String amount,
            String currency,
            LocalDate bookedOn,
            Optional<UUID> tenantId) {
        static SectionBody of(PickedFile.Part part) {
            return new SectionBody(
                    part.accounts().stream().map(GiroNumber::key).toList(),
                    part.records(),
                    part.amount().toDecimal(),
                    part.amount().currency().getCurrencyCode(),
                    part.bookedOn(),
                    part.receiver());
        }
    }

    /** The newest files, all or those that wait for an operator. */
    @GET
    @Needs(Permission.INSTALLATION_RUN)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var files =
                find
                        .newest(
                                query.flag("waiting").orElse(false),
                                page.after().map(Cursor::id),
                                page.limitAndOne())
                        .stream()
                        .map(file -> SharedFile.of(file, Optional.empty()))
                        .toList();
        return Page.of(files, page, file -> new Cursor("", file.id())).toResponse(uri);
    }

    /** Takes a file that may hold sections of several tenants. */
    @POST
    @FileBody
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/*", MediaType.APPLICATION_XML})
    @Needs(Permission.INSTALLATION_RUN)
    public Response take(InputStream bytes) throws IOException {
        var taken = handOver.take(bytes, FileName.of(QueryParams.of(uri).text("name")));
        return Response.status(taken.known() ? Response.Status.OK : Response.Status.CREATED)
                .location(URI.create("shared-files/" + taken.file().id()))
                .entity(whole(taken.file()))
                .build();
    }

    /** One file with its sections. */
    @GET
    @Path("{id}")
    @Needs(Permission.INSTALLATION_RUN)
    public Response see(@PathParam("id") UUID id) {
        return Response.ok(whole(file(id))).build();
    }

    /** Its bytes, as they came. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Permission.INSTALLATION_RUN)
    public Response content(@PathParam("id") UUID id) {
        var file = file(id);
        StreamingOutput bytes = to -> {
            var position = 0;
            for (var piece = find.piece(file, position); piece.isPresent(); piece = find.piece(file, position)) {
                to.write(piece.get());
                position++;
            }
        };
        return Response.ok(bytes)
                .header("Content-Disposition", "attachment; filename=\"bank-file-" + file.id() + "\"")
                .build();
    }

    /** Hands sections that are nobody's to those who have their numbers by now; twice is as good as once. */
    @POST
    @Path("{id}:hand-over")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.INSTALLATION_RUN)
    public Response handOver(@PathParam("id") UUID id) {
        return Response.ok(whole(handOver.handOver(id))).build();
    }

    /** Puts a file aside that nobody is to get anything more of. */
    @POST
    @Path("{id}:set-aside")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response setAside(@PathParam("id") UUID id, Note body) {
        return Response.ok(whole(settle.setAside(id, body.note()))).build();
    }

    private SharedFile whole(PickedFile file) {
        return SharedFile.of(file, Optional.of(find.parts(file.id())));
    }

    private PickedFile file(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}
