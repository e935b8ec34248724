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

/** A copy of what is known of oneself, from My pages. */
@RequestScoped
@Screen(path = "/my/data.zip", needs = Permission.OWN_READ)
public class MyDataFile implements Download {
    @Inject
    MemberDataPages pages;

    @Inject
    MemberDataAnswer answer;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(pages.own(address.id("member")), response);
    }
}
