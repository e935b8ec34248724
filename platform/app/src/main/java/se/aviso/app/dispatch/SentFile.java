package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.RuleViolation;

/** The document that a dispatch has brought, as it was handed over. */
@RequestScoped
@Screen(path = "/dispatch/document.pdf", needs = Permission.DISPATCH_READ)
public class SentFile implements Download {
    @Inject
    SentDocument document;

    @Inject
    Address address;

    @Inject
    PdfAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(address.id("id").flatMap(this::pdf), "utskick.pdf", response);
    }

    private Optional<byte[]> pdf(UUID id) {
        try {
            return Optional.of(document.pdf(id));
        } catch (RuleViolation | HttpProblem unknown) {
            return Optional.empty(); // somebody else's, nobody's, or not the same any more
        }
    }
}
