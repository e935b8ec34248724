package se.aviso.app.pickup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The bytes of a file as they came; the operator's alone. */
@RequestScoped
@Screen(path = "/pickup/file.bin", needs = Permission.INSTALLATION_RUN)
public class PickedFileDownload implements Download {
    @Inject
    FindPickedFiles find;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = address.id("id").flatMap(find::find);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"bank-file-" + file.get().id() + "\"");
        var position = 0;
        for (var piece = find.piece(file.get(), position);
                piece.isPresent();
                piece = find.piece(file.get(), position)) {
            response.getOutputStream().write(piece.get());
            position++;
        }
    }
}
