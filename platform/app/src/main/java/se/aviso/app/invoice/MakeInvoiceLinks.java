package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.aviso.app.security.Secrets;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.InvoiceId;
import se.aviso.link.InvoiceLinkPurpose;
import se.aviso.link.LinkKey;

/** Makes links to invoices, as a part of what hands them over; only their holders ever know them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MakeInvoiceLinks {
    @Inject
    InvoiceLinkStore links;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /** An invoice that is to be opened by a link, and what for. */
    public record Wanted(UUID invoice, InvoiceLinkPurpose purpose, LocalDate dueOn) {}

    /** The link for who has just joined and got the invoice. */
    public LinkKey makeWelcome(InvoiceId invoice) {
        var welcome = new Wanted(invoice.value(), InvoiceLinkPurpose.WELCOME, LocalDate.EPOCH); // ends by the clock
        return Objects.requireNonNull(make(List.of(welcome)).get(welcome));
    }

    /** A link for each; the one that was there before for the same purpose opens nothing from now on. */
    public Map<Wanted, LinkKey> make(Collection<Wanted> wanted) {
        var now = clock.instant();
        var fresh = new HashMap<Wanted, InvoiceLinkStore.Fresh>();
        for (var each : wanted) {
            fresh.computeIfAbsent(
                    each,
                    one -> new InvoiceLinkStore.Fresh(
                            Ids.next(),
                            one.invoice(),
                            one.purpose(),
                            secrets.next(),
                            one.purpose().expiresAt(now, one.dueOn())));
        }
        links.replace(fresh.values().stream().toList(), now);
        var keys = new HashMap<Wanted, LinkKey>();
        fresh.forEach((one, link) -> keys.put(one, new LinkKey(Tenancy.required(), link.secret())));
        return keys;
    }
}
