package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;

/** A whole bank file that is undone, over REST: its effects first, then the act. */
@Path("bank-files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BankFileUndoResource {
    @Inject
    FindBankFiles find;

    @Inject
    UndoBankFile undo;

    /** Why it is undone. */
    public record Undoing(Optional<String> reason) {}

    /** What undoing it would do, or did. */
    @GET
    @Path("{id}/undo")
    @Needs(Permission.BANK_FILE_IMPORT)
    public UndoPreview preview(@PathParam("id") UUID id) {
        return undo.preview(find.find(id).orElseThrow(HttpProblem::notFound).id());
    }

    /** Undoes it; twice is as good as once. Answers what it did. */
    @POST
    @Path("{id}:undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.BANK_FILE_IMPORT)
    public UndoPreview undo(@PathParam("id") UUID id, Undoing body) {
        var file = find.find(id).orElseThrow(HttpProblem::notFound).id();
        undo.undo(file, body.reason().orElse(""));
        return undo.preview(file);
    }
}
