package se.aviso.app.simulation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
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

/** Simulations over REST: begin, follow, read. */
@Path("simulations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SimulationsResource {
    @Inject
    StartSimulation start;

    @Inject
    FindSimulations find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Begins one; it is played in the background, and changes nothing. */
    @POST
    @Needs(Permission.RUN_WRITE)
    public Response begin(SimulationBodies.NewSimulation body) {
        var simulation = start.start(body.wish());
        return Response.accepted(SimulationBodies.SimulationBody.of(simulation, Optional.empty(), Optional.empty()))
                .location(URI.create("simulations/" + simulation.id()))
                .build();
    }

    /** The newest ones. */
    @GET
    @Needs(Permission.RUN_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        query.refuseOthers();
        var rows = find.newest(page).stream()
                .map(simulation -> SimulationBodies.SimulationBody.of(simulation, Optional.empty(), Optional.empty()))
                .toList();
        return Page.of(rows, page, row -> new Cursor("", row.id())).toResponse(uri);
    }

    /** One of them, with its months once it is done. */
    @GET
    @Path("{id}")
    @Needs(Permission.RUN_READ)
    public SimulationBodies.SimulationBody see(@PathParam("id") UUID id) {
        var simulation = find.find(id).orElseThrow(HttpProblem::notFound);
        var done = simulation.state() == SimulationState.DONE;
        return SimulationBodies.SimulationBody.of(
                simulation,
                done ? Optional.of(find.warnings(simulation)) : Optional.empty(),
                done ? Optional.of(find.months(simulation)) : Optional.empty());
    }

    /** Its months group by group, as CSV. */
    @GET
    @Path("{id}/result.csv")
    @Produces(MediaType.WILDCARD)
    @Needs(Permission.RUN_READ)
    public Response result(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var simulation = find.find(id).orElseThrow(HttpProblem::notFound);
        var rows = find.groups(simulation);
        StreamingOutput file = out -> SimulationColumns.write(simulation, rows, SpokenLanguage.of(languages), out);
        return Response.ok(file, SheetFormat.CSV.mediaType())
                .header("Content-Disposition", "attachment; filename=\"simulering.csv\"")
                .build();
    }

    /** Throws one away. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public void remove(@PathParam("id") UUID id) {
        start.remove(id);
    }
}
