package se.aviso.app.accounting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;

/** Why so much of an invoice is open, or so much is kept for a payer. */
@Named
@RequestScoped
@Screen(path = "/accounting/explain.xhtml", needs = Permission.LEDGER_READ)
public class ExplanationView {
    @Inject
    FindExplanations find;

    @Inject
    Address address;

    private Optional<UUID> invoice = Optional.empty();
    private FindExplanations.@Nullable Explained found;

    @PostConstruct
    void load() {
        invoice = address.id("invoice");
        var currency = address.criteria()
                .read("currency", LedgerBalancesResource::currency)
                .map(Currency::getCurrencyCode)
                .orElse("SEK");
        var member = address.id("member");
        var seller = address.id("seller");
        invoice.flatMap(find::ofInvoice)
                .or(() -> member.flatMap(of -> seller.flatMap(by -> find.ofBalance(of, by, currency))))
                .ifPresentOrElse(explained -> found = explained, Absent::answer);
    }

    /** The balance with its parts; null where there is none. */
    public FindExplanations.@Nullable Explained getFound() {
        return found;
    }

    /** What is explained: {@code invoice} or {@code balance}. */
    public String getOf() {
        return invoice.isPresent() ? "invoice" : "balance";
    }
}
