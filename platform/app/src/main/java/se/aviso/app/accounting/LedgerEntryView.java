package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;

/** One ledger entry: its postings, and what it is about. */
@Named
@RequestScoped
@Screen(path = "/accounting/entry.xhtml", needs = Permission.LEDGER_READ)
public class LedgerEntryView {
    @Inject
    FindLedgerEntries find;

    @Inject
    FindCauses causes;

    @Inject
    Address address;

    private FindLedgerEntries.@Nullable EntryBody entry;

    @PostConstruct
    void load() {
        address.id("id").flatMap(find::find).ifPresentOrElse(found -> entry = found, Absent::answer);
    }

    /** The entry; null where there is none. */
    public FindLedgerEntries.@Nullable EntryBody getEntry() {
        return entry;
    }

    /** What it came of. */
    public List<FindCauses.Cause> getCauses() {
        var known = entry;
        return known == null ? List.of() : causes.of(known.id());
    }
}
