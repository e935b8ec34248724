package se.aviso.app.savedsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;

/** Shows a caller their own searches, and those that are shared in groups of theirs. */
@ApplicationScoped
@Transactional
public class FindSavedSearches {
    /** The most that are shown; nobody may keep more than half as many. */
    static final int MOST = 200;

    @Inject
    SavedSearchStore store;

    @Inject
    Caller caller;

    /** All of them, or those of one list, by name. */
    public List<SavedSearch> all(Optional<SearchedList> list) {
        return store.seenBy(caller.userId(), caller.pathsFor(Permission.INVOICE_READ), list, MOST);
    }

    /** One of them. */
    public Optional<SavedSearch> find(UUID id) {
        return store.find(id, caller.userId(), caller.pathsFor(Permission.INVOICE_READ));
    }

    /** True of the caller's own. */
    public boolean isOwn(SavedSearch search) {
        return search.owner().equals(caller.userId());
    }
}
