package se.aviso.app.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Capped;

/** Lists of members, over REST. */
@Path("members:import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MemberImportsResource {
    private static final long MOST_BYTES = 20L << 20;

    @Inject
    ImportMembers importMembers;

    @Inject
    Caller caller;

    /** Adds the members of a CSV file in UTF-8, all or none. */
    @POST
    @Consumes("text/csv")
    @Needs(Permission.MEMBER_WRITE)
    public ImportMembers.Imported add(InputStream csv) {
        var strict = StandardCharsets.UTF_8.newDecoder();
        return importMembers.run(
                new InputStreamReader(new Capped(csv, MOST_BYTES), strict), ImportMembers.Rights.of(caller));
    }
}
