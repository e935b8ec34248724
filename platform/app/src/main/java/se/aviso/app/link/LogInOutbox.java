package se.aviso.app.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.security.MailboxStore;
import se.aviso.app.security.Secrets;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.link.AskedFor;
import se.aviso.link.LinkKey;
import se.aviso.link.LogInLinks;
import se.aviso.spi.dispatch.Receipt;

/** The short transactions round the sending of links to log in: who gets one, and what became of it. */
@ApplicationScoped
@Transactional
public class LogInOutbox {
    @Inject
    LogInLinkStore links;

    @Inject
    MailboxStore mailboxes;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    /** A link on its way, and all that its mail says. Personal data: never logged. */
    record Letter(LogInLinkStore.Waiting asked, Recipient to, String sender, LinkKey key) {
        UUID id() {
            return asked.id();
        }
    }

    /** Whose mailbox it is, with the address as it stands on file. */
    record Recipient(String name, String address, String language) {}

    /** The letters that this worker alone has; who asked for somebody unknown is forgotten. */
    List<Letter> take(int most) {
        var now = clock.instant();
        var today = businessDate.today();
        var letters = new ArrayList<Letter>();
        for (var waiting : links.claim(most, now)) {
            recipient(waiting.asked(), today)
                    .filter(found -> LogInLinks.mayHaveAnother(links.valid(AskedFor.normalised(found.address()), now)))
                    .ifPresentOrElse(
                            found -> letters.add(letter(waiting, found, now)), () -> links.remove(waiting.id()));
        }
        return letters;
    }

    /** What became of a letter: one that was not taken goes out later with a link of its own. */
    void record(Letter letter, Receipt receipt) {
        if (receipt instanceof Receipt.Refused) {
            links.remove(letter.id());
        } else if (receipt instanceof Receipt.Deferred) {
            LogInLinks.triedAgainAt(letter.asked().askedAt(), letter.asked().attempts() + 1, clock.instant())
                    .ifPresentOrElse(at -> links.waitUntil(letter.id(), at), () -> links.remove(letter.id()));
        }
    }

    /** Removes what has ended, and says how much it was. */
    int purge() {
        return links.purge(clock.instant());
    }

    private Letter letter(LogInLinkStore.Waiting waiting, Recipient to, Instant now) {
        var secret = secrets.next();
        links.sending(waiting, AskedFor.normalised(to.address()), secret, LogInLinks.expiresAt(now));
        var tenant = tenants.of(Tenancy.required());
        return new Letter(waiting, to, tenant.naming().name(), new LinkKey(tenant.id(), secret));
    }

    private Optional<Recipient> recipient(AskedFor asked, LocalDate today) {
        var owners = asked.number()
                .map(mailboxes::numbered)
                .orElseGet(() -> mailboxes.having(asked.text()).stream()
                        .filter(owner -> owner.addresses().isOpenedBy(asked.text(), today))
                        .toList());
        return owners.stream()
                .flatMap(owner -> owner.addresses().mailbox(today).stream()
                        .map(address -> new Recipient(name(owner, today), address, owner.language())))
                .findFirst();
    }

    /** Who reads the mailbox. */
    static String name(MailboxStore.Owner owner, LocalDate today) {
        return owner.addresses().isGuardiansAt(today) ? owner.guardian().orElse(owner.name()) : owner.name();
    }
}
