package se.aviso.app.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.SampleMail;
import se.aviso.app.security.Needs;

/** A sample of the message that carries a group's document, over REST. */
@Path("groups/{id}/wording:preview-mail")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailPreviewResource {
    @Inject
    ShowSample preview;

    /** The sample as it would be read; nothing is kept, and nobody is sent anything. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.GROUP_READ)
    public SampleMail.Read preview(@PathParam("id") UUID id, WordingPreviewResource.Sample sample) {
        var texts = sample.read();
        return preview.mail(sample.of(id), texts);
    }
}
