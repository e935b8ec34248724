package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.accounting.EntryKind;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The list of ledger entries; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/accounting/entries.xhtml", needs = Permission.LEDGER_READ)
public class LedgerEntriesView {
    private static final int ROWS = 50;

    @Inject
    FindLedgerEntries find;

    @Inject
    LedgerAddress asked;

    @Inject
    Address address;

    private Page<FindLedgerEntries.EntryBody> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(find.page(asked.entries(), part), part, entry -> new Cursor("", entry.id()));
    }

    /** The rows of this part of the list. */
    public List<FindLedgerEntries.EntryBody> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** Why entries are booked. */
    public List<EntryKind> getKinds() {
        return Arrays.asList(EntryKind.values());
    }

    /** True when anything is asked for. */
    public boolean isNarrowed() {
        return List.of("account", "amount", "kind", "bookedFrom", "bookedTo", "invoiceId", "paymentId", "sellerGroupId")
                .stream()
                .anyMatch(address::says);
    }
}
