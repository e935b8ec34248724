package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;
import se.aviso.link.InvoiceLinkPurpose;

/** What was sent and has been opened since has arrived: its silence is over, and no other channel follows it. */
@ApplicationScoped
public class OpeningStore {
    /** By these goes a link that opens the invoice. */
    private static final List<Channel> WITH_A_LINK = List.of(Channel.EMAIL, Channel.SMS);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** All that lies on My pages of the invoice has arrived, where it is one of those members'. */
    void onMyPages(UUID invoice, Collection<UUID> members) {
        arrived(
                "d.channel = ? and d.invoice_id = (select i.id from invoice i where i.tenant_id = ? and i.id = ? "
                        + "and i.member_id = any(?))",
                Codes.of(Channel.MY_PAGES),
                Tenancy.required(),
                invoice,
                Sql.uuids(members));
    }

    /** The newest message that was sent with a link of that purpose to the invoice has arrived. */
    void byLink(UUID invoice, InvoiceLinkPurpose purpose) {
        if (purpose == InvoiceLinkPurpose.WELCOME) {
            return; // nothing was sent with it
        }
        var document = purpose == InvoiceLinkPurpose.REMINDER
                ? InvoiceDetail.DeliveredDocument.REMINDER
                : InvoiceDetail.DeliveredDocument.INVOICE;
        arrived(
                "d.id = (select n.id from dispatch n where n.tenant_id = ? and n.invoice_id = ? and n.document = ? "
                        + "and n.channel = any(?) and n.state = ? order by n.id desc limit 1)",
                Tenancy.required(),
                invoice,
                Codes.of(document),
                Sql.codes(WITH_A_LINK),
                Codes.of(DispatchState.SENT));
    }

    private void arrived(String which, Object... params) {
        var all = new ArrayList<Object>(List.of(
                Codes.of(DispatchState.DELIVERED), clock.instant(), Tenancy.required(), Codes.of(DispatchState.SENT)));
        all.addAll(List.of(params));
        sql.update(
                "update dispatch d set state = ?, changed_at = ? where d.tenant_id = ? and d.state = ? and " + which,
                all.toArray());
    }
}
