package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;

/** Shows a caller which books of their subtrees were closed, and opened again. */
@ApplicationScoped
@Transactional
public class FindClosings {
    @Inject
    ClosingStore closings;

    @Inject
    Caller caller;

    /** The newest, in scope. */
    public List<ClosingStore.Closing> page(LedgerScope scope, PageRequest page) {
        var criteria = scope.criteria("c", caller).and("c.id < ?", page.after().map(Cursor::id));
        return closings.newest(criteria, page.limitAndOne());
    }

    /** One that the caller has made or opened again. */
    Optional<ClosingStore.Closing> find(UUID id) {
        var criteria = Criteria.of("c")
                .within("g.path", caller.pathsFor(Permission.PAYMENT_WRITE))
                .and("c.id = ?", id);
        return closings.newest(criteria, 1).stream().findFirst();
    }
}
