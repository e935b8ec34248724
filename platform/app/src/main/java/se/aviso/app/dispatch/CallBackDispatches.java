package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import se.aviso.app.channel.Way;
import se.aviso.app.channel.Ways;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.dispatch.Backoff;

/**
 * Calls back from providers what was handed over and is not to be delivered any more, one at a time and with no
 * transaction open meanwhile. What is called back twice, after a crash, must be the same to the channel.
 */
@ApplicationScoped
public class CallBackDispatches {
    private static final int CHUNK = 20;

    @Inject
    HearCallBacks hear;

    @Inject
    Ways ways;

    private final SecureRandom chance = new SecureRandom();

    /** Calls back a chunk of each channel; true when there may be more. */
    public boolean callBackSome() {
        var more = false;
        for (var channel : hear.waiting()) {
            var way = ways.toHear(channel).filter(Way::callsBack).filter(Way::mayBeCalled);
            more |= way.filter(this::callBack).isPresent();
        }
        return more;
    }

    /** Ends at the first silence: the others would be met by the same, and are asked for again in a while. */
    private boolean callBack(Way way) {
        var due = hear.take(way.channel(), CHUNK);
        return due.stream().allMatch(each -> callBack(way, each)) && due.size() == CHUNK;
    }

    private boolean callBack(Way way, CallBackStore.Due due) {
        var dispatch = due.submitted().messageId();
        try {
            boolean stopped = way.call((plugin, context) -> plugin.cancel(due.submitted(), context));
            hear.answered(dispatch, way.channel(), stopped);
            return true;
        } catch (PluginFailure silent) {
            if (Backoff.OF_DISPATCHES.isOver(due.attempt())) {
                hear.unanswered(dispatch, way.channel());
            }
            hear.silent(dispatch, Backoff.OF_PROVIDERS.after(due.attempt(), chance.nextDouble()));
            return false;
        }
    }
}
