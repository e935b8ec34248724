package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.aviso.dispatch.Channel;
import se.aviso.spi.dispatch.DispatchChannel;

/** The channels of the tenant, as those see them who may change them. */
@ApplicationScoped
@Transactional
public class ShowChannels {
    @Inject
    ChannelStore store;

    @Inject
    Ways ways;

    @Inject
    MonthsCost spent;

    /** All of them, in the order of the cascade. */
    public List<ChannelSeen> all() {
        return store.all().values().stream()
                .sorted(Comparator.comparingInt(ChannelSetting::place))
                .map(this::seen)
                .toList();
    }

    /** One of them. */
    public ChannelSeen of(Channel channel) {
        return all().stream()
                .filter(seen -> seen.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private ChannelSeen seen(ChannelSetting setting) {
        var plugin = ways.installed(setting.channel());
        return new ChannelSeen(
                setting,
                plugin.isPresent(),
                setting.active() && ways.of(setting).isPresent(),
                plugin.<Set<String>>map(each -> new TreeSet<>(each.settings())).orElse(Set.of()),
                plugin.map(DispatchChannel::secretSettings)
                        .filter(any -> setting.channel() != Channel.EMAIL) // the mail server is the operator's
                        .<Set<String>>map(TreeSet::new)
                        .orElse(Set.of()),
                store.shown(setting.channel()),
                spent.of(setting.channel()));
    }
}
