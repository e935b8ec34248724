package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** A copy of what is known of a member, for the office that hands it over. */
@RequestScoped
@Screen(path = "/privacy/data.zip", needs = Permission.MEMBER_DATA_READ)
public class MemberDataFile implements Download {
    @Inject
    FindMembers find;

    @Inject
    MemberDataPages pages;

    @Inject
    MemberDataAnswer answer;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = address.id("id").filter(this::isKnown);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            answer.write(pages.of(id.get()), response);
        }
    }

    private boolean isKnown(UUID id) {
        return find.whole(id, Permission.MEMBER_DATA_READ).isPresent();
    }
}
