package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.accounting.ExportPeriod;
import se.aviso.app.security.Needs;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** What leaves the books for the general ledger, over REST. */
@Path("accounting-exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountingExportsResource {
    private static final Currency SEK = Currency.getInstance("SEK");

    @Inject
    FindAccountingExports find;

    @Inject
    FindExportSums sums;

    @Inject
    MakeAccountingExport make;

    @Inject
    TryExport attempt;

    @Inject
    ExportFiles files;

    @Inject
    ShowTenant tenant;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Whose entries leave, and of which days, both included; in kronor where no currency is said. */
    public record NewExport(UUID sellerGroupId, LocalDate firstDay, LocalDate lastDay, Optional<Currency> currency) {}

    /** The formats that an export can be had in. */
    public record Formats(List<ExportFiles.Format> items) {}

    /** The accounts that moved in a period. */
    public record Comparison(
            LocalDate firstDay, LocalDate lastDay, boolean agrees, List<FindAccountingExports.Compared> items) {}

    /** The newest exports. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        return Page.of(find.page(LedgerScope.of(query), page), page, export -> new Cursor("", export.id()))
                .toResponse(uri);
    }

    /** Takes out what has not left before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, NewExport body) {
        var wanted = new MakeAccountingExport.Wanted(
                body.sellerGroupId(),
                new ExportPeriod(body.firstDay(), body.lastDay()),
                body.currency().orElse(SEK));
        var tried = attempt.tried(wanted);
        return idempotency
                .once(key, "POST /accounting-exports", body, () -> {
                    var id = make.make(wanted, tried);
                    return Answer.created(URI.create("accounting-exports/" + id), see(id));
                })
                .toResponse();
    }

    /** The formats that are installed. */
    @GET
    @Path("formats")
    @Needs(Permission.LEDGER_READ)
    public Formats formats() {
        return new Formats(files.formats());
    }

    /** Each account of a period beside what of it has left; of this month, where no days are said. */
    @GET
    @Path("comparison")
    @Needs(Permission.LEDGER_READ)
    public Comparison compare() {
        var query = QueryParams.of(uri);
        var scope = LedgerScope.of(query);
        var first = query.day("firstDay").orElseGet(() -> tenant.today().withDayOfMonth(1));
        var last = query.day("lastDay").orElseGet(tenant::today);
        var currency = query.read("currency", LedgerBalancesResource::currency).orElse(SEK);
        query.refuseOthers();
        var asked = new FindAccountingExports.Asked(scope, new ExportPeriod(first, last), currency);
        var items = find.compare(asked);
        return new Comparison(first, last, items.stream().allMatch(FindAccountingExports.Compared::agrees), items);
    }

    /** One export. */
    @GET
    @Path("{id}")
    @Needs(Permission.LEDGER_READ)
    public ExportStore.Export see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** What its kept vouchers come to by account and month, beside the subledger's postings of the same entries. */
    @GET
    @Path("{id}/sums")
    @Needs(Permission.LEDGER_READ)
    public FindExportSums.Sums sums(@PathParam("id") UUID id) {
        return sums.of(id).orElseThrow(HttpProblem::notFound);
    }

    /** The file, or the vouchers of one year of it; the same to the byte whenever it is fetched. */
    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    @Needs(Permission.LEDGER_READ)
    public Response file(@PathParam("id") UUID id) {
        var query = QueryParams.of(uri);
        var name = query.text("format").orElse("SIE4I");
        var year = query.number("year");
        query.refuseOthers();
        var export = see(id);
        var format = files.format(name).orElseThrow(HttpProblem::notFound);
        var file = files.written(export, new ExportFiles.Wanted(format.name(), year));
        StreamingOutput sent = out -> ExportFiles.send(file, out);
        return Response.ok(sent, format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + ExportFiles.name(export, format, year) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
