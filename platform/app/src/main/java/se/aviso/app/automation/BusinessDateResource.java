package se.aviso.app.automation;

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
import java.util.List;
import se.aviso.access.Permission;
import se.aviso.app.run.RunBodies;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;

/** The day of a demo or test tenant, over REST. */
@Path("business-date")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BusinessDateResource {
    @Inject
    MoveBusinessDate move;

    @Inject
    Caller caller;

    /** The day to move to. */
    public record Day(LocalDate businessDate) {}

    /** The day, and the runs that were started on it. */
    public record Moved(LocalDate businessDate, List<RunBodies.RunBody> runs) {}

    /** The tenant's day. */
    @GET
    @Needs(Permission.BUSINESS_DATE_MOVE)
    public Day today() {
        return new Day(move.today());
    }

    /** Moves the day and starts what falls due. */
    @POST
    @Needs(Permission.BUSINESS_DATE_MOVE)
    public Response move(Day day) {
        var runs = move.move(day.businessDate(), caller.name()).stream()
                .map(RunBodies.RunBody::of)
                .toList();
        return Response.accepted(new Moved(day.businessDate(), runs)).build();
    }
}
