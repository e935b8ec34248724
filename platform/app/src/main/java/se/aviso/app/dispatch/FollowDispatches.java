package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.aviso.app.channel.ChannelStore;
import se.aviso.app.channel.Ways;
import se.aviso.app.invoice.Whereabouts;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;

/** Sends by the next channel what failed, came back or is met by silence, as the tenant's cascade says. */
@ApplicationScoped
@Transactional
public class FollowDispatches {
    private static final System.Logger LOG = System.getLogger(FollowDispatches.class.getName());
    private static final int CHUNK = 100;

    @Inject
    DeliveryStore deliveries;

    @Inject
    Whereabouts whereabouts;

    @Inject
    ChannelStore channels;

    @Inject
    Ways ways;

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
            step.patience().ifPresent(patience -> found.addAll(deliveries.silent(step.channel(), patience, CHUNK)));
        }
        if (found.isEmpty()) {
            return false;
        }
        var open = EnumSet.noneOf(Channel.class);
        ways.open().forEach(way -> open.add(way.channel()));
        var recipients = whereabouts.ofIds(
                found.stream().map(DeliveryStore.Lost::invoice).distinct().toList());
        var tried = deliveries.tried(found);
        var ends = found.stream()
                .collect(Collectors.groupingBy(lost -> follow(
                        lost,
                        carrying(
                                lost.document(),
                                Objects.requireNonNull(recipients.get(lost.invoice()))
                                        .reachable()),
                        Objects.requireNonNull(tried.get(lost.id())),
                        new Routes(cascade, open))));
        deliveries.followed(ends.getOrDefault(End.DEALT_WITH, List.of()));
        deliveries.lookLater(ends.getOrDefault(End.WAITS, List.of()));
        return found.size() >= CHUNK;
    }

    /** Those of the channels that carry such a document. */
    private static Set<Channel> carrying(DispatchDocument document, Set<Channel> reachable) {
        return reachable.stream()
                .filter(channel -> document.isReadByMachines() || channel.isForPeople())
                .collect(Collectors.toSet());
    }

    private enum End {
        /** Another channel has it, or there is nothing left to try. */
        DEALT_WITH,
        /** There is an address that no channel which can be used now goes to. */
        WAITS
    }

    /** The order of channels, and which of them can be used now. */
    private record Routes(Cascade cascade, Set<Channel> open) {
        Optional<Channel> next(Channel failed, Set<Channel> tried, Set<Channel> reachable) {
            return cascade.next(
                    failed, tried, reachable.stream().filter(open::contains).collect(Collectors.toSet()));
        }
    }

    private End follow(DeliveryStore.Lost lost, Set<Channel> reachable, Set<Channel> tried, Routes routes) {
        if (lost.isLetBe()) {
            return End.DEALT_WITH;
        }
        var next = routes.next(lost.channel(), tried, reachable);
        next.flatMap(channel -> deliveries.follow(lost, channel))
                .ifPresent(id -> LOG.log(
                        System.Logger.Level.INFO,
                        "dispatch {0} by {1} is followed by {2}",
                        lost.id(),
                        lost.channel(),
                        id));
        return next.isPresent() || Cascade.isSpent(tried, reachable) ? End.DEALT_WITH : End.WAITS;
    }
}
