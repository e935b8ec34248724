package se.aviso.app.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.HttpProblem;

/** A copy of what is known of a member, for the office that hands it over. */
@RequestScoped
@Screen(path = "/privacy/data.zip", needs = Permission.MEMBER_DATA_READ)
public class MemberDataFile implements Download {
    @Inject
    MemberDataPages pages;

    @Inject
    MemberDataAnswer answer;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = address.id("id").orElseThrow(HttpProblem::notFound);
        answer.write(pages.of(id), response);
    }
}
