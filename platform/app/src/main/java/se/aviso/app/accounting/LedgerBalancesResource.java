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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;
import se.aviso.app.web.SpokenLanguage;

/** What stands on accounts, and why, over REST. */
@Path("ledger-balances")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerBalancesResource {
    @Inject
    FindLedgerBalances find;

    @Inject
    FindAccountMovements movements;

    @Inject
    LedgerExport export;

    @Inject
    ShowTenant tenant;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** What stands on the accounts at the end of a day. */
    public record Balances(LocalDate asOf, List<FindLedgerBalances.Balance> items) {}

    /** The accounts, by number; without a day, as of today. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Balances list() {
        var query = QueryParams.of(uri);
        var scope = LedgerScope.of(query);
        var asOf = asOf(query);
        query.refuseOthers();
        return new Balances(asOf, find.balances(scope, asOf));
    }

    /** The same seller by seller, as a file. */
    @GET
    @Path("export.{format: csv|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Needs(Permission.LEDGER_READ)
    public Response export(
            @PathParam("format") String ending, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var format = SheetFormat.ofEnding(ending).orElseThrow(HttpProblem::notFound);
        var query = QueryParams.of(uri);
        var scope = LedgerScope.of(query);
        var asOf = asOf(query);
        query.refuseOthers();
        var wish = new LedgerExport.Balances(scope, asOf);
        StreamingOutput file = out -> export.balances(wish, format, SpokenLanguage.of(languages), out);
        return Response.ok(file, format.mediaType())
                .header("Content-Disposition", LedgerExport.named("saldon", format))
                .build();
    }

    /**
     * Why an account's balance is what it is: by month; with {@code month=2027-01} by day; with {@code day} by what was
     * booked.
     */
    @GET
    @Path("{account}/explanation")
    @Needs(Permission.LEDGER_READ)
    public FindAccountMovements.Movements explain(@PathParam("account") int account) {
        var query = QueryParams.of(uri);
        var currency = query.read("currency", LedgerBalancesResource::currency).orElse(Currency.getInstance("SEK"));
        var asked = new FindAccountMovements.Asked(account, currency, LedgerScope.of(query));
        var day = query.day("day");
        var month = query.read("month", LedgerBalancesResource::month);
        var asOf = asOf(query);
        query.refuseOthers();
        return day.map(on -> movements.kinds(asked, on))
                .or(() -> month.map(of -> movements.days(asked, of, asOf)))
                .orElseGet(() -> movements.months(asked, asOf));
    }

    private LocalDate asOf(QueryParams query) {
        return query.day("asOf").orElseGet(tenant::today);
    }

    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    static Optional<YearMonth> month(String text) {
        return Optional.of(YearMonth.parse(text));
    }
}
