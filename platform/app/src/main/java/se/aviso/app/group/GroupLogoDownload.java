package se.aviso.app.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.kernel.GroupId;

/** A group's logo as a picture, own or inherited. */
@RequestScoped
@Screen(path = "/group/logo.png", needs = Permission.GROUP_READ)
public class GroupLogoDownload implements Download {
    @Inject
    FindGroups find;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var picture = address.id("id").map(GroupId::new).flatMap(find::logo);
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.getOutputStream().write(picture.get());
    }
}
