package se.aviso.app.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Page;

/** The documents that are hardest to fit on their pages, over REST. */
@Path("worst-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorstCasesResource {
    @Inject
    FindWorstCases find;

    /**
     * A document and how it fits.
     *
     * @param crowded true where something reaches into something else
     * @param laidOut why it is laid out by itself, such as {@code OVERFLOW recipient.lines}; absent where it is not
     */
    public record CaseBody(
            String reason,
            UUID groupId,
            String subject,
            String language,
            int pages,
            boolean crowded,
            Optional<String> laidOut) {
        static CaseBody of(WorstCase worst) {
            var fit = worst.fit();
            return new CaseBody(
                    worst.reason().name(),
                    worst.group(),
                    worst.subject(),
                    worst.language().name(),
                    fit.pages(),
                    fit.crowded(),
                    fit.laidOut().map(cause -> (cause.why() + " " + cause.field()).strip()));
        }
    }

    /** All of them; those that do not fit come first. */
    @GET
    @Needs(Permission.MEMBER_READ)
    public Page<CaseBody> list() {
        return new Page<>(find.all().stream().map(CaseBody::of).toList(), Optional.empty());
    }
}
