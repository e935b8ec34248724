package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.Hold;

/** What waits: by which channels, which of them rest for their provider, and what dead nodes left. */
@ApplicationScoped
@Transactional
public class Resting {
    @Inject
    DispatchStore dispatches;

    @Inject
    HandOverStore handOvers;

    @Inject
    HoldStore holds;

    @Inject
    Clock clock;

    /** The channels that something waits for now, those that rest not among them. */
    List<Channel> waiting() {
        var waiting = dispatches.waiting();
        if (waiting.isEmpty()) {
            return waiting;
        }
        var now = clock.instant();
        var held = holds.all();
        held.values().removeIf(hold -> !hold.rests(now));
        return waiting.stream().filter(channel -> !held.containsKey(channel)).toList();
    }

    /** True while a channel rests because its provider takes nothing. */
    boolean isHeld(Channel channel) {
        return Optional.ofNullable(holds.all().get(channel))
                .filter(hold -> hold.rests(clock.instant()))
                .isPresent();
    }

    /** The channels that something waits for, and those of them that their provider takes nothing by. */
    Map<Channel, Optional<Hold>> held() {
        var held = holds.all();
        return dispatches.waiting().stream()
                .collect(Collectors.toMap(channel -> channel, channel -> Optional.ofNullable(held.get(channel))));
    }

    /** Gives up, a part at a time, what a provider has not taken for as long as patience. */
    void giveUp(Channel channel, Hold hold, Duration patience) {
        hold.givesUpBefore(patience, clock.instant()).ifPresent(then -> holds.giveUp(channel, hold.reason(), then));
    }

    /** Says of what is due why it does not leave. */
    void blocked(Channel channel, String reason) {
        handOvers.blocked(channel, reason);
    }

    /** Puts back, or holds, what a dead node left in the middle. */
    int recover() {
        return handOvers.recover();
    }
}
