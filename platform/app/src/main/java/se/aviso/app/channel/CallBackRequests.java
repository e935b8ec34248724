package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.dispatch.DispatchState;
import se.aviso.kernel.RunId;

/**
 * Notes, in the transaction that takes documents back, which of their dispatches are to be called back from providers.
 * Only what channels have that can do so is noted, and nothing that left so long ago that it has surely arrived.
 */
@ApplicationScoped
public class CallBackRequests {
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final List<DispatchState> CALLABLE = Stream.of(DispatchState.values())
            .filter(DispatchState::mayBeCalledBack)
            .toList();

    @Inject
    Sql sql;

    @Inject
    Ways ways;

    @Inject
    Clock clock;

    /** Invoices that were credited whole, and offers that were withdrawn: they themselves, and their reminders. */
    public void ask(Collection<UUID> documents) {
        ask(
                "d.invoice_id in (select unnest(array[i.id, i.offer_id]) from invoice i where i.tenant_id = ? "
                        + "and i.id = any(?)) and d.document in (0, 1)",
                List.of(Tenancy.required(), Sql.uuids(documents)));
    }

    /** The reminders of a run that were taken back. */
    public void askReminders(RunId run, Collection<UUID> documents) {
        ask("d.invoice_id = any(?) and d.document = 1 and d.run_id = ?", List.of(Sql.uuids(documents), run.value()));
    }

    private void ask(String which, List<Object> params) {
        var channels = ways.callingBack();
        if (channels.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var all = new ArrayList<Object>(
                List.of(now, now, Tenancy.required(), Sql.codes(channels), Sql.codes(CALLABLE), now.minus(OLDEST)));
        all.addAll(params);
        sql.update(
                "insert into dispatch_call_back (tenant_id, dispatch_id, channel, asked_at, next_at) "
                        + "select d.tenant_id, d.id, d.channel, ?::timestamptz, ?::timestamptz from dispatch d "
                        + "where d.tenant_id = ? and d.channel = any(?) and d.state = any(?) and d.sent_at > ? and "
                        + which + " on conflict do nothing",
                all.toArray());
    }
}
