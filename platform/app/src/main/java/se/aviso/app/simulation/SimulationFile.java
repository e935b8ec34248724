package se.aviso.app.simulation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.HttpProblem;

/** The result of a simulation as CSV. */
@RequestScoped
@Screen(path = "/simulation/result.csv", needs = Permission.RUN_READ)
public class SimulationFile implements Download {
    @Inject
    FindSimulations find;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var simulation = address.id("id").flatMap(find::find).orElseThrow(HttpProblem::notFound);
        var rows = find.groups(simulation);
        response.setContentType(SheetFormat.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"simulering.csv\"");
        SimulationColumns.write(simulation, rows, desk.getLocale(), response.getOutputStream());
    }
}
