package se.aviso.app.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.Field;
import se.aviso.audit.SubjectKind;
import se.aviso.kernel.GroupId;

/** The audit trail, over REST; nothing can be changed there. */
@Path("audit-entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditEntriesResource {
    @Inject
    FindAuditEntries find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** An entry as it is shown. */
    record EntryBody(
            long number,
            Instant at,
            ActorBody actor,
            Act act,
            SubjectBody subject,
            Optional<UUID> groupId,
            List<ChangeBody> changes,
            Optional<String> reason,
            String seal) {}

    /** Who did it. */
    record ActorBody(Actor.Kind kind, Optional<UUID> userId, Optional<String> name) {}

    /** What it was done to. */
    record SubjectBody(SubjectKind kind, UUID id) {}

    /** A field that changed; of a personal one only the name is known. */
    record ChangeBody(Field field, Optional<String> before, Optional<String> after) {}

    /** The newest entries that all of the parameters hold for. */
    @GET
    @Needs(Permission.AUDIT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = new FindAuditEntries.Wanted(
                query.constant("act", Act.class),
                query.uuid("userId"),
                query.uuid("subjectId"),
                query.uuid("groupId"),
                query.day("from"),
                query.day("to"));
        var bodies =
                find.page(wanted, page).stream().map(AuditEntriesResource::body).toList();
        return Page.of(
                        bodies,
                        page,
                        entry -> new Cursor(
                                Long.toString(entry.number()), entry.subject().id()))
                .toResponse(uri);
    }

    private static EntryBody body(AuditStore.Kept kept) {
        var entry = kept.entry();
        var deed = entry.deed();
        return new EntryBody(
                entry.number(),
                entry.at(),
                new ActorBody(entry.actor().kind(), entry.actor().user(), kept.userName()),
                deed.act(),
                new SubjectBody(deed.act().subject(), deed.subject()),
                deed.group().map(GroupId::value),
                deed.changes().stream()
                        .map(change -> new ChangeBody(change.field(), said(change.before()), said(change.after())))
                        .toList(),
                deed.reason(),
                kept.seal().hex());
    }

    private static Optional<String> said(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
