package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.tenant.ShowTenant;

/** What the addresses of pages about the ledger say: whose books, as of which day, and which entries. */
@RequestScoped
public class LedgerAddress {
    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    ShowTenant tenant;

    LedgerScope scope() {
        return new LedgerScope(
                address.id("sellerGroupId"), address.id("groupId"), desk.group().map(Desk.Chosen::path));
    }

    LocalDate asOf() {
        return address.day("asOf").orElseGet(tenant::today);
    }

    FindLedgerEntries.Wanted entries() {
        return FindLedgerEntries.Wanted.of(scope(), address.criteria());
    }
}
