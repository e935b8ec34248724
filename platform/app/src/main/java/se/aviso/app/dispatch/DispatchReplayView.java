package se.aviso.app.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;

/** What failed and nothing has followed on, by day and channel, and the buttons that send a day's again. */
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

    private transient List<DeadLetterStore.Failed> days = List.of();

    @PostConstruct
    void load() {
        days = replay.waiting();
    }

    /** The days and channels on and by which something has failed, the newest first. */
    public List<DeadLetterStore.Failed> getDays() {
        return days;
    }

    /** The icon of a channel. */
    public String icon(Channel channel) {
        return ChannelIcon.of(channel);
    }

    /** Sends all of a day and channel again, and goes back to the list. */
    public String again(DeadLetterStore.Failed failed) {
        notices.attempt(
                () -> notices.done(texts.with(
                        "dispatch.replay.done",
                        replay.replay(failed.channel(), Optional.of(failed.day()))
                                .queued(),
                        texts.of(failed.channel()))),
                texts.get("dispatch.resend.not"));
        return "/dispatch/list.xhtml?faces-redirect=true";
    }
}
