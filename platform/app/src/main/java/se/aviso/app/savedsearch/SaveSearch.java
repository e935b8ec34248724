package se.aviso.app.savedsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/**
 * Keeps a search under a name, changes and removes it. Changed is only one's own; what is shared in a group is also
 * removed by those who run the group.
 */
@ApplicationScoped
@Transactional
public class SaveSearch {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = FindSavedSearches.MOST / 2;

    @Inject
    SavedSearchStore store;

    @Inject
    FindSavedSearches find;

    @Inject
    GroupStore groups;

    @Inject
    Instance<SearchableList> lists;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What to keep. */
    public record Wish(SearchedList list, String name, String query, Optional<GroupId> group) {}

    /** Keeps one more. */
    public SavedSearch add(Wish wish) {
        if (store.countOf(caller.userId()) >= MOST) {
            throw RuleViolation.of("searches-too-many", Map.of("most", Integer.toString(MOST)));
        }
        var search = checked(new SavedSearch(
                Ids.next(), caller.userId(), wish.list(), wish.name().strip(), wish.query(), wish.group(), 1));
        store.add(search);
        record(Act.SEARCH_SAVED, search);
        return search;
    }

    /** Changes one's own, if it still is as the caller has seen it. */
    public SavedSearch change(UUID id, LongConsumer sameVersion, Wish wish) {
        var before = find.find(id).filter(find::isOwn).orElseThrow(HttpProblem::notFound);
        sameVersion.accept(before.version());
        var search = checked(new SavedSearch(
                id, before.owner(), before.list(), wish.name().strip(), wish.query(), wish.group(), before.version()));
        if (!store.change(search)) {
            throw new HttpProblem(412, "changed-meanwhile");
        }
        record(Act.SEARCH_CHANGED, search);
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Removes one's own, or one that is shared in a group that the caller runs. */
    public void remove(UUID id) {
        var search = find.find(id).filter(this::mayRemove).orElseThrow(HttpProblem::notFound);
        store.remove(id);
        record(Act.SEARCH_REMOVED, search);
    }

    /** True where the caller may remove it. */
    public boolean mayRemove(SavedSearch search) {
        return find.isOwn(search)
                || search.group()
                        .flatMap(groups::find)
                        .filter(group ->
                                caller.may(Permission.GROUP_WRITE, group.place().path()))
                        .isPresent();
    }

    /** The page that opens it. */
    public String page(SavedSearch search) {
        return list(search.list()).page() + (search.query().isEmpty() ? "" : "?" + search.query());
    }

    private SavedSearch checked(SavedSearch search) {
        if (search.name().isEmpty() || search.name().length() > LONGEST_NAME) {
            throw RuleViolation.at("/name", "search-name", Map.of("most", Integer.toString(LONGEST_NAME)));
        }
        search.group()
                .filter(id -> groups.find(id)
                        .filter(group -> caller.may(
                                Permission.INVOICE_READ, group.place().path()))
                        .isEmpty())
                .ifPresent(foreign -> {
                    throw RuleViolation.at("/groupId", "unknown-group", Map.of());
                });
        requireReadable(search);
        return search;
    }

    private void requireReadable(SavedSearch search) {
        var query = QueryParams.of(KeptQuery.criteria(search.query()));
        try {
            list(search.list()).read(query);
            query.refuseOthers();
        } catch (HttpProblem misread) {
            throw KeptQuery.bad();
        }
    }

    private SearchableList list(SearchedList wanted) {
        return lists.stream()
                .filter(list -> list.list() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no list for " + wanted));
    }

    /** The criteria may be about people, so their names alone are kept. */
    private void record(Act act, SavedSearch search) {
        var criteria = String.join(" ", KeptQuery.criteria(search.query()).keySet());
        trail.record(new Deed(
                act, search.id(), search.group(), List.of(Change.to(Field.CRITERIA, criteria)), Optional.empty()));
    }
}
