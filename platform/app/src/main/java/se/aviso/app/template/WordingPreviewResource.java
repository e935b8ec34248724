package se.aviso.app.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
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
     * @param heading in place of the one that would be inherited; so are all other texts
     */
    public record Sample(
            PaperKind kind,
            Optional<Integer> level,
            PaperLanguage language,
            Optional<Long> memberNumber,
            Optional<String> heading,
            Optional<String> lead,
            Optional<String> foot,
            Optional<String> mailSubject,
            Optional<String> mailLead,
            Optional<String> mailClosing,
            Optional<String> smsLead) {
        Map<Wording.Place, String> read() {
            return new WordingBodies.TextsBody(
                            kind, level, language, heading, lead, foot, mailSubject, mailLead, mailClosing, smsLead)
                    .read();
        }

        ShowSample.Wish of(UUID group) {
            return new ShowSample.Wish(
                    new GroupId(group), kind, level.orElse(Wording.ALL_LEVELS), language, memberNumber);
        }
    }

    /** The sample as a PDF; nothing is kept. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @Needs(Permission.GROUP_READ)
    public byte[] preview(@PathParam("id") UUID id, Sample sample) {
        var texts = sample.read();
        return preview.pdf(sample.of(id), texts);
    }
}
