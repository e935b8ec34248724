package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import se.aviso.dispatch.CallBack;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** The short transactions round the calls that call dispatches back. */
@ApplicationScoped
@Transactional
public class HearCallBacks {
    static final String STOPPED = "cancelled by the provider";
    static final String TOO_LATE = "too late to cancel: the provider has gone on with it";
    static final String UNANSWERED = "not cancelled: the provider does not answer";

    private static final System.Logger LOG = System.getLogger(HearCallBacks.class.getName());

    @Inject
    CallBackStore callBacks;

    @Inject
    DeliveryStore deliveries;

    @Inject
    Clock clock;

    /** The channels that something is to be asked of, after what needs no asking has ended. */
    List<Channel> waiting() {
        var waiting = callBacks.waiting();
        if (!waiting.isEmpty()) {
            callBacks.endOver();
        }
        return waiting;
    }

    List<CallBackStore.Due> take(Channel channel, int most) {
        return callBacks.take(channel, most);
    }

    /** Notes what a provider has answered; what it told of the dispatch meanwhile holds. */
    void answered(UUID dispatch, Channel channel, boolean stopped) {
        var state = deliveries.hold(dispatch, channel);
        var after = state.filter(any -> stopped).flatMap(DispatchState::calledBack);
        if (after.isPresent()) {
            deliveries.move(dispatch, after.get(), STOPPED);
        } else if (state.filter(DispatchState::mayBeCalledBack).isPresent()) {
            callBacks.say(dispatch, TOO_LATE);
        }
        var outcome = after.isPresent() ? CallBack.STOPPED : CallBack.TOO_LATE;
        callBacks.end(dispatch, outcome);
        LOG.log(System.Logger.Level.INFO, "dispatch {0} was called back: {1}", dispatch, outcome);
    }

    /** It is asked for again in a while. */
    void silent(UUID dispatch, Duration rest) {
        callBacks.askAgain(dispatch, clock.instant().plus(rest));
    }

    /** Says that nobody has answered for long; it is asked for on, for as long as it may help. */
    void unanswered(UUID dispatch, Channel channel) {
        deliveries
                .hold(dispatch, channel)
                .filter(DispatchState::mayBeCalledBack)
                .ifPresent(any -> callBacks.say(dispatch, UNANSWERED));
    }
}
