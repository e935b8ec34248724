package se.aviso.app.dunning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.dunning.CollectorFormat;

/** A file that went to a collector, byte by byte. */
@RequestScoped
@Screen(path = "/dunning/collector.file", needs = Permission.INVOICE_WRITE)
public class CollectorDownload implements Download {
    @Inject
    HandOver handOver;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var export = address.id("id").flatMap(handOver::find);
        var content = address.id("id").flatMap(handOver::file);
        if (export.isEmpty() || content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var csv = export.get().format() == CollectorFormat.CSV;
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + HandOver.name(export.get()) + "\"");
        response.getOutputStream().write(content.get());
    }
}
