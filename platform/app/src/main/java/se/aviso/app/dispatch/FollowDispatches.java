package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.channel.Way;
import se.aviso.app.channel.Ways;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.InvoiceId;

/** Sends by the next channel what failed, came back or is met by silence, as the tenant's cascade says. */
@ApplicationScoped
@Transactional
public class FollowDispatches {
    private static final System.Logger LOG = System.getLogger(FollowDispatches.class.getName());
    private static final int CHUNK = 100;

    @Inject
    DeliveryStore deliveries;

    @Inject
    InvoiceStore invoices;

    @Inject
    ChannelStore channels;

    @Inject
    Ways ways;

    @Inject
    Clock clock;

    /**
     * Deals with a chunk; true when there may be more. A tenant that has said nothing of its channels goes on by hand.
     */
    public boolean followSome() {
        if (!channels.isCascading()) {
            return false;
        }
        var cascade = channels.cascade();
        var found = new ArrayList<>(deliveries.lost(CHUNK));
        for (var step : cascade.steps()) {
            step.patience()
                    .ifPresent(patience -> found.addAll(
                            deliveries.silent(step.channel(), clock.instant().minus(patience), CHUNK)));
        }
        if (found.isEmpty()) {
            return false;
        }
        var open = ways.open().stream().map(Way::channel).toList();
        found.forEach(lost -> follow(lost, cascade, open));
        deliveries.followed(found.stream().map(DeliveryStore.Lost::id).toList());
        return found.size() >= CHUNK;
    }

    private void follow(DeliveryStore.Lost lost, Cascade cascade, List<Channel> open) {
        next(lost, cascade, open)
                .flatMap(next -> deliveries.follow(lost, next))
                .ifPresent(id -> LOG.log(
                        System.Logger.Level.INFO,
                        "dispatch {0} by {1} is followed by {2}",
                        lost.id(),
                        lost.channel(),
                        id));
    }

    /** What was taken back, and what nobody is asked for any more, is not sent after anybody. */
    private Optional<Channel> next(DeliveryStore.Lost lost, Cascade cascade, List<Channel> open) {
        var takenBack = lost.document() == DispatchDocument.REMINDER && lost.recall() > 0;
        if (takenBack || !deliveries.isAsked(lost.id())) {
            return Optional.empty();
        }
        var recipient = invoices.byId(new InvoiceId(lost.invoice()))
                .orElseThrow()
                .snapshot()
                .recipient();
        var reachable = recipient.reachable();
        reachable.retainAll(open);
        return cascade.next(lost.channel(), deliveries.tried(lost), reachable);
    }
}
