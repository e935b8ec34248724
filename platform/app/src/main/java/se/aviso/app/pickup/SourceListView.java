package se.aviso.app.pickup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Screen;

/** Where bank files come from, and what waits for an operator. */
@Named
@RequestScoped
@Screen(path = "/pickup/list.xhtml", needs = Permission.INSTALLATION_RUN)
public class SourceListView {
    private static final int FILES = 50;

    @Inject
    FindBankSources find;

    @Inject
    FindPickedFiles findFiles;

    private List<BankSource> rows = List.of();
    private List<PickedFile> waiting = List.of();

    @PostConstruct
    void load() {
        rows = find.all();
        waiting = findFiles.newest(true, Optional.empty(), FILES);
    }

    /** All sources. */
    public List<BankSource> getRows() {
        return rows;
    }

    /** Files of which something waits. */
    public List<PickedFile> getWaiting() {
        return waiting;
    }
}
