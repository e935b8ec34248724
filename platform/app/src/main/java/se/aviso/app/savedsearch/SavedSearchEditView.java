package se.aviso.app.savedsearch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ETags;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** Keeps the search that the user comes from, or renames, shares and removes one that is kept. */
@Named
@ViewScoped
@Screen(path = "/savedsearch/edit.xhtml", needs = Permission.INVOICE_READ)
public class SavedSearchEditView implements Serializable {
    private static final String LIST = "/savedsearch/list.xhtml?faces-redirect=true";
    private static final int MOST_GROUPS = 200;

    @Inject
    FindSavedSearches find;

    @Inject
    SaveSearch save;

    @Inject
    FindGroups groups;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private boolean own = true;
    private boolean removable;
    private long version;
    private String name = "";
    private String query = "";
    private String groupId = "";
    private boolean done;

    @PostConstruct
    void load() {
        query = address.text("query").orElse("");
        if (address.text("id").isPresent()) {
            address.id("id").flatMap(find::find).ifPresentOrElse(this::show, Absent::answer);
        }
    }

    private void show(SavedSearch search) {
        id = search.id();
        own = find.isOwn(search);
        removable = save.mayRemove(search);
        version = search.version();
        name = search.name();
        query = search.query();
        groupId = search.group().map(GroupId::toString).orElse("");
    }

    /** True where the user may remove it. */
    public boolean isRemovable() {
        return removable;
    }

    /** True of one that is kept already. */
    public boolean isKept() {
        return id != null;
    }

    /** True where the user may change it, and not only remove it. */
    public boolean isOwn() {
        return own;
    }

    /** Keeps or changes it, once however often it is sent, and shows the list. */
    @ActNeeds(Permission.INVOICE_READ)
    public @Nullable String save() {
        if (!done) {
            notices.attempt(this::attempt, texts.get("savedsearch.not"));
        }
        return done ? LIST : null;
    }

    private void attempt() {
        var group =
                Optional.of(groupId).filter(text -> !text.isEmpty()).map(text -> new GroupId(UUID.fromString(text)));
        var wish = new SaveSearch.Wish(SearchedList.INVOICES, name, query, group);
        var changed = id;
        if (changed == null) {
            save.add(wish);
        } else {
            save.change(changed, seen -> ETags.require("\"" + version + "\"", seen), wish);
        }
        done = true;
        notices.done(texts.with("savedsearch.done", name.strip()));
    }

    /** Removes it, and shows the list. */
    @ActNeeds(Permission.INVOICE_READ)
    public @Nullable String remove() {
        var removed = id;
        if (!done && removed != null) {
            notices.attempt(
                    () -> {
                        save.remove(removed);
                        done = true;
                        notices.done(texts.with("savedsearch.removed", name));
                    },
                    texts.get("savedsearch.notRemoved"));
        }
        return done ? LIST : null;
    }

    /** The groups that it can be shared in, by name. */
    public List<Group> getGroups() {
        return groups.within(desk.group().map(Desk.Chosen::path), Permission.INVOICE_READ, MOST_GROUPS);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getGroupId() {
        return groupId;
    }

    /** The choice without a value comes as none. */
    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }
}
