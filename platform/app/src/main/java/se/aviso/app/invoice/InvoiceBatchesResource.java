package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Capped;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.kernel.RuleViolation;
import se.aviso.member.MembershipStatus;

/** Invoices to many at once, over REST: written as drafts from a selection or a list, looked at, thrown away. */
@Path("invoice-batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceBatchesResource {
    private static final long MOST_BYTES = 20L << 20;

    @Inject
    WriteBatch write;

    @Inject
    FindBatches find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The same lines to all members of a group and below it, of a type and with a status where named. */
    public record NewBatch(
            UUID groupId,
            Optional<UUID> typeId,
            Optional<MembershipStatus> status,
            Optional<LocalDate> dueOn,
            List<DraftLine> lines) {}

    /**
     * A batch.
     *
     * @param drafts how many were written
     * @param runId the run that issues it
     * @param waiting how many are not issued yet
     * @param ready how many of those can be issued today
     * @param total what those come to
     * @param problems how many each problem is in the way of
     */
    public record BatchBody(
            UUID id,
            UUID groupId,
            BatchStore.Source source,
            int drafts,
            boolean issued,
            Optional<UUID> runId,
            long waiting,
            long ready,
            String total,
            String currency,
            Map<String, Long> problems) {
        static BatchBody of(FindBatches.Outlook outlook) {
            var batch = outlook.batch();
            return new BatchBody(
                    batch.id(),
                    batch.group().id().value(),
                    batch.source(),
                    batch.drafts(),
                    batch.issued(),
                    batch.run(),
                    outlook.waiting(),
                    outlook.ready(),
                    outlook.total().toDecimal(),
                    outlook.total().currency().getCurrencyCode(),
                    outlook.problems());
        }
    }

    /** A batch as lists show it. */
    public record ListedBatch(
            UUID id,
            UUID groupId,
            BatchStore.Source source,
            int drafts,
            boolean issued,
            Optional<UUID> runId,
            Instant createdAt) {
        static ListedBatch of(BatchStore.Batch batch) {
            return new ListedBatch(
                    batch.id(),
                    batch.group().id().value(),
                    batch.source(),
                    batch.drafts(),
                    batch.issued(),
                    batch.run(),
                    batch.createdAt());
        }
    }

    /** The newest batches. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        var rows = find.newest(page).stream().map(ListedBatch::of).toList();
        return Page.of(rows, page, batch -> new Cursor("", batch.id())).toResponse(uri);
    }

    /** Writes a draft to each member of a selection. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response select(NewBatch body) {
        var wanted = new WriteBatch.Selection(body.groupId(), body.typeId(), body.status());
        return created(write.select(wanted, body.dueOn(), body.lines()));
    }

    /** Writes a draft to each member of a CSV list in UTF-8, all or none. */
    @POST
    @Consumes("text/csv")
    @Needs(Permission.INVOICE_WRITE)
    public Response list(InputStream csv) {
        var query = QueryParams.of(uri);
        var group = query.uuid("groupId").orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of()));
        var strict = StandardCharsets.UTF_8.newDecoder();
        var reader = new InputStreamReader(new Capped(csv, MOST_BYTES), strict);
        return created(write.read(group, query.day("dueOn"), reader));
    }

    /** One batch, with what it comes to today. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public BatchBody see(@PathParam("id") UUID id) {
        return BatchBody.of(find.find(id).orElseThrow(HttpProblem::notFound));
    }

    /** Throws a batch away that nobody has begun to issue. */
    @DELETE
    @Path("{id}")
    @Needs(Permission.INVOICE_WRITE)
    public Response drop(@PathParam("id") UUID id) {
        write.drop(id);
        return Response.noContent().build();
    }

    private Response created(BatchStore.Batch batch) {
        var body = BatchBody.of(find.find(batch.id()).orElseThrow(HttpProblem::notFound));
        return Response.created(URI.create("invoice-batches/" + batch.id()))
                .entity(body)
                .build();
    }
}
