package se.aviso.app.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;

/** What failed and nothing has followed on, by channel, and the button that sends all of a channel again. */
@Named
@ViewScoped
@Screen(path = "/dispatch/replay.xhtml", needs = Permission.RUN_WRITE)
public class DispatchReplayView implements Serializable {
    @Inject
    transient ReplayDispatches replay;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    /** The channels by which something has failed. */
    public List<Channel> getChannels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> waiting(channel) > 0)
                .toList();
    }

    /** How many have failed by it. */
    public long waiting(Channel channel) {
        return replay.waiting(channel);
    }

    /** The icon of a channel. */
    public String icon(Channel channel) {
        return ChannelIcon.of(channel);
    }

    /** Sends all of the channel again, and goes back to the list. */
    public String again(Channel channel) {
        notices.attempt(
                () -> notices.done(texts.with(
                        "dispatch.replay.done", replay.replay(channel).queued(), texts.of(channel))),
                texts.get("dispatch.resend.not"));
        return "/dispatch/list.xhtml?faces-redirect=true";
    }
}
