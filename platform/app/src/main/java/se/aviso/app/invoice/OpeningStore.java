package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** What was sent and has been opened since has arrived: its silence is over, and no other channel follows it. */
@ApplicationScoped
public class OpeningStore {
    /** By these goes a link that opens the invoice. */
    private static final List<Channel> WITH_A_LINK = List.of(Channel.EMAIL, Channel.SMS);

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** All that lies on the member's pages of those invoices has arrived. */
    void onMyPages(Collection<UUID> invoices) {
        arrived("d.invoice_id = any(?) and d.channel = ?", Sql.uuids(invoices), Codes.of(Channel.MY_PAGES));
    }

    /** The newest message with a link to the invoice has arrived. */
    void byLink(UUID invoice) {
        arrived(
                "d.id = (select n.id from dispatch n where n.tenant_id = d.tenant_id and n.invoice_id = ? "
                        + "and n.channel = any(?) order by n.id desc limit 1)",
                invoice,
                Sql.codes(WITH_A_LINK));
    }

    private void arrived(String which, Object what, Object channel) {
        sql.update(
                "update dispatch d set state = ?, changed_at = ? where d.tenant_id = ? and d.state = ? and " + which,
                Codes.of(DispatchState.DELIVERED),
                clock.instant(),
                Tenancy.required(),
                Codes.of(DispatchState.SENT),
                what,
                channel);
    }
}
