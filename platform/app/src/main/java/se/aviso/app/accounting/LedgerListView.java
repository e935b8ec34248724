package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** The accounts with what stands on them at the end of a day. */
@Named
@RequestScoped
@Screen(path = "/accounting/list.xhtml", needs = Permission.LEDGER_READ)
public class LedgerListView {
    @Inject
    FindLedgerBalances find;

    @Inject
    LedgerAddress asked;

    @Inject
    Address address;

    @Inject
    Texts texts;

    private List<FindLedgerBalances.Balance> rows = List.of();

    @PostConstruct
    void load() {
        rows = find.balances(asked.scope(), asked.asOf());
    }

    /** The accounts. */
    public List<FindLedgerBalances.Balance> getRows() {
        return rows;
    }

    /** As of which day. */
    public LocalDate getAsOf() {
        return asked.asOf();
    }

    /** What the account is for. */
    public String name(FindLedgerBalances.Balance row) {
        return row.role().map(texts::of).orElseGet(() -> texts.get("accounting.revenue"));
    }

    /** Where the account's balance is explained, as of the same day and in the same books. */
    public String account(FindLedgerBalances.Balance row) {
        var link = address.at("/accounting/account.xhtml");
        return link + (link.contains("?") ? "&" : "?") + "account=" + row.account() + "&currency=" + row.currency();
    }
}
