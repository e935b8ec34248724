package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.app.web.SpokenLanguage;

/** The books, over REST; nothing can be changed there. */
@Path("ledger-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerEntriesResource {
    @Inject
    FindLedgerEntries find;

    @Inject
    FindCauses causes;

    @Inject
    LedgerExport export;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** An entry with what it came of. */
    public record Explained(FindLedgerEntries.EntryBody entry, List<FindCauses.Cause> causes) {}

    /** The newest entries that all of the parameters hold for, with their postings. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = FindLedgerEntries.Wanted.of(LedgerScope.of(query), query);
        return Page.of(find.page(wanted, page), page, entry -> new Cursor("", entry.id()))
                .toResponse(uri);
    }

    /** All that the parameters of the list hold for, a posting a row, as a file. */
    @GET
    @Path("export.{format: csv|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Needs(Permission.LEDGER_READ)
    public Response export(
            @PathParam("format") String ending, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var format = SheetFormat.ofEnding(ending).orElseThrow(HttpProblem::notFound);
        var query = QueryParams.of(uri);
        var wanted = FindLedgerEntries.Wanted.of(LedgerScope.of(query), query);
        query.refuseOthers();
        StreamingOutput file = out -> export.entries(wanted, format, SpokenLanguage.of(languages), out);
        return Response.ok(file, format.mediaType())
                .header("Content-Disposition", LedgerExport.named("verifikationer", format))
                .build();
    }

    /** One entry, and what it came of. */
    @GET
    @Path("{id}")
    @Needs(Permission.LEDGER_READ)
    public Explained see(@PathParam("id") UUID id) {
        var entry = find.find(id).orElseThrow(HttpProblem::notFound);
        return new Explained(entry, causes.of(id));
    }
}
