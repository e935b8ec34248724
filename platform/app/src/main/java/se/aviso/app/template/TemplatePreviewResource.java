package se.aviso.app.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Drawing;
import se.aviso.app.security.Needs;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** A sample of a group's document on a page that is being drawn, over REST. */
@Path("groups/{id}/template:preview")
@RequestScoped
public class TemplatePreviewResource {
    @Inject
    TryTemplate trying;

    /**
     * What is to be seen.
     *
     * @param memberNumber whose name and address stand on it; an invented person's where it is absent
     */
    public record Sample(
            DocumentData.Look look,
            String html,
            Optional<String> css,
            PaperKind kind,
            PaperLanguage language,
            Optional<Long> memberNumber) {}

    /** The sample as a PDF; nothing is kept. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @Needs(Permission.SETTING_WRITE)
    public byte[] preview(@PathParam("id") UUID id, Sample sample) {
        var wish = new ShowSample.Wish(
                new GroupId(id), sample.kind(), Wording.ALL_LEVELS, sample.language(), sample.memberNumber());
        return trying.pdf(
                wish, new Drawing(sample.look(), sample.html(), sample.css().orElse("")));
    }
}
