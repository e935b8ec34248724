package se.aviso.app.run;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The list of runs, the newest first; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/run/list.xhtml", needs = Permission.RUN_READ)
public class RunListView {
    private static final int ROWS = 50;

    @Inject
    FindRuns find;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Caller caller;

    private Page<FindRuns.Listed> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        var wanted = new RunStore.Wanted(
                address.constant("state", RunState.class),
                address.constant("kind", RunKind.class),
                desk.group().map(Desk.Chosen::path));
        page = Page.of(
                find.newest(wanted, part),
                part,
                row -> new Cursor("", row.run().id().value()));
    }

    /** The rows of this part of the list. */
    public List<FindRuns.Listed> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The states that can be asked for. */
    public List<RunState> getStates() {
        return List.of(RunState.values());
    }

    /** The kinds that can be asked for. */
    public List<RunKind> getKinds() {
        return List.of(RunKind.values());
    }

    /** True for those who may start runs. */
    public boolean isStarting() {
        return caller.may(Permission.RUN_WRITE);
    }
}
