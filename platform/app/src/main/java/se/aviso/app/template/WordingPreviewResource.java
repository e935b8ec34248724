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
import se.aviso.app.security.Needs;
import se.aviso.app.wording.WordingBodies;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** A sample of a group's document, over REST. */
@Path("groups/{id}/wording:preview")
@RequestScoped
public class WordingPreviewResource {
    @Inject
    ShowSample preview;

    /**
     * What is to be seen.
     *
     * @param level of a reminder; absent for one that has no texts of its own
     * @param memberNumber whose name and address stand on it; an invented person's where it is absent
     * @param heading in place of the one that would be inherited; so are lead and foot
     */
    public record Sample(
            PaperKind kind,
            Optional<Integer> level,
            PaperLanguage language,
            Optional<Long> memberNumber,
            Optional<String> heading,
            Optional<String> lead,
            Optional<String> foot) {}

    /** The sample as a PDF; nothing is kept. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @Needs(Permission.GROUP_READ)
    public byte[] preview(@PathParam("id") UUID id, Sample sample) {
        var texts = new WordingBodies.TextsBody(
                sample.kind(), sample.level(), sample.language(), sample.heading(), sample.lead(), sample.foot());
        var read = texts.read();
        var level = sample.level().orElse(Wording.ALL_LEVELS);
        var wish = new ShowSample.Wish(new GroupId(id), sample.kind(), level, sample.language(), sample.memberNumber());
        return preview.pdf(wish, read);
    }
}
