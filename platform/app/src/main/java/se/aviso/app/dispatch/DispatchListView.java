package se.aviso.app.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.ChannelIcon;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Show;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** The list of what was sent; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/dispatch/list.xhtml", needs = Permission.DISPATCH_READ)
public class DispatchListView {
    private static final int ROWS = 50;

    @Inject
    FindDispatches find;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Show show;

    @Inject
    Caller caller;

    private Page<FindDispatches.Listed> page = new Page<>(List.of(), Optional.empty());
    private Map<DispatchState, Long> tally = Map.of();

    @PostConstruct
    void load() {
        var group = desk.group().map(Desk.Chosen::path);
        var part = address.part(ROWS);
        var wanted = new FindDispatches.Wanted(
                address.constant("state", DispatchState.class),
                address.constant("channel", Channel.class),
                address.constant("document", DispatchDocument.class),
                address.id("run"),
                group);
        page = Page.of(
                find.page(wanted, part), part, row -> new Cursor("", row.seen().id()));
        tally = find.tally(wanted);
    }

    /** The rows of this part of the list. */
    public List<FindDispatches.Listed> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** The states that occur, in their order. */
    public List<DispatchState> getStates() {
        return List.copyOf(tally.keySet());
    }

    /** How many are in a state; of many only that they are. */
    public String count(DispatchState state) {
        return many(tally.getOrDefault(state, 0L), tally.getOrDefault(state, 0L) >= FindDispatches.COUNTED);
    }

    /** How many there are in all; of many only that they are. */
    public String getTotal() {
        return many(
                tally.values().stream().mapToLong(Long::longValue).sum(),
                tally.values().stream().anyMatch(times -> times >= FindDispatches.COUNTED));
    }

    private String many(long times, boolean more) {
        return show.number(times) + (more ? "+" : "");
    }

    /** True when the user may send something again. */
    public boolean isSendingAgain() {
        return caller.may(Permission.RUN_WRITE);
    }

    /** The channels that can be asked for. */
    public List<Channel> getChannels() {
        return List.of(Channel.values());
    }

    /** The documents that can be asked for. */
    public List<DispatchDocument> getDocuments() {
        return List.of(DispatchDocument.values());
    }

    /** How a state looks: good, waiting, or somebody's to deal with. */
    public String tone(DispatchState state) {
        return switch (state) {
            case SENT, DELIVERED -> "ok";
            case FAILED, BOUNCED -> "bad";
            case UNKNOWN -> "warn";
            case QUEUED, PREPARING, HANDED_OVER -> "info";
            case WITHDRAWN -> "";
        };
    }

    /** The icon of a state. */
    public String icon(DispatchState state) {
        return switch (state) {
            case SENT -> "send";
            case DELIVERED -> "okc";
            case FAILED, BOUNCED -> "alert";
            case UNKNOWN -> "help";
            case QUEUED, PREPARING, HANDED_OVER -> "clock";
            case WITHDRAWN -> "undo";
        };
    }

    /** The icon of a channel. */
    public String channelIcon(Channel channel) {
        return ChannelIcon.of(channel);
    }
}
