package se.aviso.app.savedsearch;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Screen;
import se.aviso.group.Group;

/** The searches that the user has at hand. */
@Named
@RequestScoped
@Screen(path = "/savedsearch/list.xhtml", needs = Permission.INVOICE_READ)
public class SavedSearchListView {
    @Inject
    FindSavedSearches find;

    @Inject
    SaveSearch save;

    @Inject
    FindGroups groups;

    private List<SavedSearch> rows = List.of();

    @PostConstruct
    void load() {
        rows = find.all(Optional.empty());
    }

    public List<SavedSearch> getRows() {
        return rows;
    }

    /** The address of the list with the criteria. */
    public String page(SavedSearch search) {
        return save.page(search);
    }

    /** The name of the group that it is shared in; empty where it is not. */
    public String group(SavedSearch search) {
        return search.group().flatMap(groups::find).map(Group::name).orElse("");
    }

    /** True where there is anything that the user may do to it. */
    public boolean changing(SavedSearch search) {
        return save.mayRemove(search);
    }
}
