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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Bank files, over REST: read as they come, never held whole in memory. */
@Path("bank-files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BankFilesResource {
    @Inject
    ImportBankFile importBankFile;

    @Inject
    ReceiveBankFile receive;

    @Inject
    FindBankFiles find;

    @Inject
    Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** What is known of a bank file. */
    public record BankFileBody(
            UUID id,
            String name,
            Optional<String> format,
            BankFileState state,
            List<BankFileRecord.Total> totals,
            int newPayments,
            int matched,
            int suspense,
            int twins,
            List<BankFileRecord.Fault> problems,
            List<EffectRow> effects,
            List<EffectRow.ChangeRow> changes) {
        static BankFileBody of(BankFileRecord file) {
            var outcome = file.outcome();
            return new BankFileBody(
                    file.id(),
                    file.name(),
                    file.format(),
                    outcome.state(),
                    outcome.totals(),
                    outcome.counts().newPayments(),
                    outcome.counts().matched(),
                    outcome.counts().suspense(),
                    outcome.counts().twins(),
                    outcome.problems(),
                    file.effects(),
                    file.changes());
        }
    }

    /** Takes the file that is the body. */
    @POST
    @FileBody
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/*", MediaType.APPLICATION_XML})
    @Needs(Permission.BANK_FILE_IMPORT)
    public Response take(InputStream bytes) throws IOException {
        return take(bytes, Optional.empty());
    }

    /** Takes the file that is a part of the body: the first that has a file name. */
    @POST
    @FileBody
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Permission.BANK_FILE_IMPORT)
    public Response take(List<EntityPart> parts) throws IOException {
        var part = parts.stream()
                .filter(each -> each.getFileName().isPresent())
                .findFirst()
                .orElseThrow(() -> HttpProblem.badRequest("file-missing", List.of()));
        try (var bytes = part.getContent()) {
            return take(bytes, part.getFileName());
        }
    }

    /** The newest bank files. */
    @GET
    @Needs(Permission.BANK_FILE_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        var files = find.newest(page.limitAndOne(), page.after().map(Cursor::id)).stream()
                .map(BankFileBody::of)
                .toList();
        return Page.of(files, page, file -> new Cursor("", file.id())).toResponse(uri);
    }

    /** One bank file. */
    @GET
    @Path("{id}")
    @Needs(Permission.BANK_FILE_READ)
    public BankFileBody see(@PathParam("id") UUID id) {
        return find.find(id).map(BankFileBody::of).orElseThrow(HttpProblem::notFound);
    }

    /** Books a rehearsed file; twice is as good as once. */
    @POST
    @Path("{id}:book")
    @Needs(Permission.BANK_FILE_IMPORT)
    public BankFileBody book(@PathParam("id") UUID id) {
        var file = find.find(id).orElseThrow(HttpProblem::notFound);
        return BankFileBody.of(importBankFile.book(file.id(), ImportBankFile.By.of(caller)));
    }

    /** Puts away a file that is stopped or only rehearsed; twice is as good as once. */
    @POST
    @Path("{id}:discard")
    @Needs(Permission.BANK_FILE_IMPORT)
    public BankFileBody discard(@PathParam("id") UUID id) {
        var file = find.find(id).orElseThrow(HttpProblem::notFound);
        return BankFileBody.of(receive.discard(file.id(), Optional.of(caller.userId())));
    }

    private Response take(InputStream bytes, Optional<String> partName) throws IOException {
        var query = QueryParams.of(uri);
        var name = FileName.of(query.text("name").or(() -> partName));
        var file = importBankFile.take(
                bytes,
                new ImportBankFile.Handed(
                        name,
                        ImportBankFile.By.of(caller),
                        query.text("format"),
                        query.flag("rehearsal").orElse(false)));
        var known = file.outcome().state() == BankFileState.KNOWN;
        return Response.status(known ? Response.Status.OK : Response.Status.CREATED)
                .location(URI.create("bank-files/" + file.id()))
                .entity(BankFileBody.of(file))
                .build();
    }
}
