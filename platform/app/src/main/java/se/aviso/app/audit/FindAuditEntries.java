package se.aviso.app.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.audit.Act;

/**
 * Shows a caller what was done in their subtrees, the newest first; what concerns the whole tenant, who sees it all.
 */
@ApplicationScoped
@Transactional
public class FindAuditEntries {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String WHOLE_TREE = "/";

    @Inject
    AuditStore store;

    @Inject
    Caller caller;

    /** What is looked for; all of it must hold. Days are Swedish ones, both counted in. */
    public record Wanted(
            Optional<Act> act,
            Optional<UUID> user,
            Optional<UUID> subject,
            Optional<UUID> group,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    /** A part of the trail. */
    public List<AuditStore.Kept> page(Wanted wanted, PageRequest page) {
        var criteria = inSight()
                .and("a.act = ?", wanted.act().map(Act::name))
                .and("a.actor = ?", wanted.user())
                .and("a.subject = ?", wanted.subject())
                .and("a.group_id = ?", wanted.group())
                .and("a.at >= ?", wanted.from().map(FindAuditEntries::begin))
                .and("a.at < ?", wanted.to().map(day -> begin(day.plusDays(1))))
                .and("a.number < ?", page.after().map(Cursor::number));
        return store.list(criteria, page.limitAndOne());
    }

    /** The end of the trail, for those who see all of it: whoever notes it down can tell later whether it was cut. */
    public Optional<AuditStore.Head> head() {
        return roots().contains(WHOLE_TREE) ? Optional.of(store.head()) : Optional.empty();
    }

    private Criteria inSight() {
        var criteria = Criteria.of("a");
        return roots().contains(WHOLE_TREE) ? criteria : criteria.within("g.path", roots());
    }

    private List<String> roots() {
        return caller.pathsFor(Permission.AUDIT_READ);
    }

    private static String begin(LocalDate day) {
        return EntryText.instant(day.atStartOfDay(SWEDEN).toInstant());
    }
}
