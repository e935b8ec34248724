package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.RuleViolation;

/** The document that a dispatch has brought, as it was handed over. */
@RequestScoped
@Screen(path = "/dispatch/document.pdf", needs = Permission.DISPATCH_READ)
public class SentFile implements Download {
    @Inject
    ShowSentDocument document;

    @Inject
    Address address;

    @Inject
    PdfAnswer answer;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer.write(address.id("id").map(document::pdf), "utskick.pdf", response);
        } catch (HttpProblem unknown) {
            answer.write(Optional.empty(), "", response); // somebody else's, or nobody's
        } catch (RuleViolation nothingToShow) {
            notices.refused(nothingToShow, texts.get("dispatch.documentNot"));
            response.sendRedirect(request.getContextPath() + "/dispatch/list.xhtml");
        }
    }
}
