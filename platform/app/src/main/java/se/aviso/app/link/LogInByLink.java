package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import se.aviso.app.security.Guest;
import se.aviso.app.security.MailboxStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.link.LinkSecret;

/** Lets in who brings a link that holds, once. What does not hold is not told apart from what never was. */
@ApplicationScoped
@Transactional
public class LogInByLink {
    private static final System.Logger LOG = System.getLogger(LogInByLink.class.getName());

    @Inject
    LogInLinkStore links;

    @Inject
    MailboxStore mailboxes;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    /** True when the link would let somebody in; nothing is used up by asking. */
    public boolean holds(LinkSecret secret) {
        return links.bySecret(secret)
                .filter(sent -> sent.life().isValidAt(clock.instant()))
                .isPresent();
    }

    /**
     * Uses the link up. Its row is locked before it is looked at: of any number who bring it at once, the others find
     * it used.
     */
    public Optional<Guest> enter(LinkSecret secret) {
        var now = clock.instant();
        var sent = links.bySecret(secret)
                .flatMap(links::lock)
                .filter(found -> found.life().isValidAt(now));
        sent.ifPresent(found -> {
            links.useUp(found.mailbox(), now);
            LOG.log(System.Logger.Level.INFO, "link to log in {0} was used", found.id());
        });
        return sent.flatMap(found -> guest(found.mailbox()));
    }

    private Optional<Guest> guest(String mailbox) {
        var today = businessDate.today();
        var owners = mailboxes.having(mailbox).stream()
                .filter(owner -> owner.addresses().isOpenedBy(mailbox, today))
                .toList();
        var slug = tenants.of(Tenancy.required()).naming().slug();
        return owners.stream()
                .findFirst()
                .map(first -> new Guest(
                        slug,
                        LogInOutbox.name(first, today),
                        mailbox,
                        owners.stream().map(MailboxStore.Owner::member).toList()));
    }
}
