package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.MakeInvoiceLinks;
import se.aviso.app.secret.TenantSeal;
import se.aviso.dispatch.Channel;
import se.aviso.link.InvoiceLinkPurpose;
import se.aviso.link.LinkKey;

/**
 * The addresses of ours that go with messages: what opens the document, and where a provider tells what became of it.
 */
@ApplicationScoped
class DispatchLinks {
    @Inject
    TenantSeal seal;

    @Inject
    MakeInvoiceLinks makeLinks;

    /** Addresses that only we can have made: whoever calls one was given it. */
    Map<UUID, String> notices(Channel channel, List<Dispatch> claimed) {
        var notices = new HashMap<UUID, String>();
        var sign = seal.signer();
        claimed.forEach(dispatch -> notices.put(
                dispatch.id(),
                "/api/v1/delivery-notices/"
                        + sign.apply(HearNotices.use(channel, dispatch.id())).text() + "/" + channel + "/"
                        + dispatch.id()));
        return notices;
    }

    /**
     * A secret is not kept, so that every hand-over has a new one. A credit note needs one where it is not sent itself:
     * there is nothing to pay behind it.
     */
    Map<UUID, LinkKey> keys(Channel channel, List<Dispatch> claimed, Map<UUID, InvoiceStore.Stored> documents) {
        var wanted = new HashMap<UUID, MakeInvoiceLinks.Wanted>();
        for (var dispatch : claimed) {
            var purpose = dispatch.document() == DispatchDocument.REMINDER
                    ? InvoiceLinkPurpose.REMINDER
                    : InvoiceLinkPurpose.INVOICE;
            var stored = documents.get(dispatch.invoice());
            var paid = dispatch.document() == DispatchDocument.CREDIT_NOTE && channel.carriesDocument();
            if (stored != null && !paid) {
                var due = stored.invoice().draft().dueOn();
                wanted.put(dispatch.id(), new MakeInvoiceLinks.Wanted(dispatch.invoice(), purpose, due));
            }
        }
        var made = makeLinks.make(wanted.values());
        var links = new HashMap<UUID, LinkKey>();
        wanted.forEach((dispatch, each) -> links.put(dispatch, Objects.requireNonNull(made.get(each))));
        return links;
    }
}
