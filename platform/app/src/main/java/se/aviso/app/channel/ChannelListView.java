package se.aviso.app.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.aviso.access.Permission;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Screen;
import se.aviso.dispatch.Channel;

/** The channels of the tenant in the order in which people are reached. */
@Named
@RequestScoped
@Screen(path = "/channel/list.xhtml", needs = Permission.SETTING_WRITE)
public class ChannelListView {
    @Inject
    ShowChannels show;

    private List<ChannelSeen> rows = List.of();

    @PostConstruct
    void load() {
        rows = show.all();
    }

    /** The channels. */
    public List<ChannelSeen> getRows() {
        return rows;
    }

    /** How a channel stands: it can be used, it lacks something, or it is off. */
    public String standing(ChannelSeen seen) {
        if (!seen.installed()) {
            return "missing";
        }
        return seen.setting().active() ? seen.ready() ? "ready" : "lacking" : "off";
    }

    /** How that looks. */
    public String tone(ChannelSeen seen) {
        return switch (standing(seen)) {
            case "ready" -> "ok";
            case "lacking" -> "warn";
            default -> "";
        };
    }

    /** The icon of it. */
    public String icon(ChannelSeen seen) {
        return switch (standing(seen)) {
            case "ready" -> "okc";
            case "lacking" -> "alert";
            default -> "clock";
        };
    }

    /** The icon of a channel. */
    public String channelIcon(Channel channel) {
        return ChannelIcon.of(channel);
    }
}
