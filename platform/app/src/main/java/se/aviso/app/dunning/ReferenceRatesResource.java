package se.aviso.app.dunning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Page;

/** The reference rates over REST: read by everybody who prices, added to by the operator. */
@Path("reference-rates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReferenceRatesResource {
    @Inject
    AddReferenceRate rates;

    /** A rate: the first day of its half year, yearly percent, and where it was published. */
    public record RateBody(LocalDate from, String percent, String source) {
        static RateBody of(ReferenceRateStore.Rate rate) {
            return new RateBody(rate.from(), PolicyBodies.percent(rate.points()), rate.source());
        }
    }

    /** All of them, the newest first. */
    @GET
    @Needs(Permission.SELF_READ)
    public Page<RateBody> list() {
        return new Page<>(rates.all().stream().map(RateBody::of).toList(), Optional.empty());
    }

    /** Adds the rate of a half year. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INSTALLATION_RUN)
    public Response add(RateBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(RateBody.of(rates.add(body.from(), body.percent(), body.source())))
                .build();
    }
}
