package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** An export as a file, in the format that the address names. */
@RequestScoped
@Screen(path = "/accounting/export.file", needs = Permission.LEDGER_READ)
public class ExportFileAnswer implements Download {
    @Inject
    FindAccountingExports find;

    @Inject
    ExportFiles files;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var export = address.id("id").flatMap(find::find);
        var format = address.text("format").flatMap(files::format);
        var year = address.criteria().number("year");
        if (export.isEmpty() || format.isEmpty() || !address.getMisread().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var file =
                files.written(export.get(), new ExportFiles.Wanted(format.get().name(), year));
        response.setContentType(format.get().mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + ExportFiles.name(export.get(), format.get(), year) + "\"");
        response.setHeader("Cache-Control", "no-store");
        ExportFiles.send(file, response.getOutputStream());
    }
}
