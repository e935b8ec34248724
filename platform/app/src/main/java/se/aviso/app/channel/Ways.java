package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginHost;
import se.aviso.app.server.ChannelConfig;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.dispatch.Cascade;
import se.aviso.dispatch.Channel;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Capability;
import se.aviso.spi.dispatch.DispatchChannel;

/** The channels that the transaction's tenant can use: switched on, installed, and with what its provider wants. */
@ApplicationScoped
@Transactional
public class Ways {
    private static final DispatchChannel MY_PAGES = new MyPagesChannel();

    @Inject
    ChannelStore store;

    @Inject
    ChannelConfig config;

    @Inject
    TenantStore tenants;

    @Inject
    PluginHost plugins;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** In which order people are reached. */
    public Cascade cascade() {
        return store.cascade();
    }

    /** The plugin of a channel, where it is installed. */
    public Optional<DispatchChannel> installed(Channel channel) {
        return Stream.concat(Stream.of(MY_PAGES), plugins.extensions(DispatchChannel.class).stream())
                .filter(plugin -> plugin.name().equals(channel.name()))
                .findFirst();
    }

    /** Those of the channels that can be used now. */
    public List<Way> open(Collection<Channel> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var settings = store.all();
        return wanted.stream()
                .distinct()
                .flatMap(channel -> Optional.ofNullable(settings.get(channel)).filter(ChannelSetting::active).stream())
                .flatMap(setting -> way(setting).stream())
                .toList();
    }

    /** All that can be used now. */
    public List<Way> open() {
        return open(Arrays.asList(Channel.values()));
    }

    /** A channel that notices come by: what was sent before it was switched off is heard of still. */
    public Optional<Way> toHear(Channel channel) {
        return Optional.ofNullable(store.all().get(channel)).flatMap(this::way);
    }

    /** Why nothing leaves by a channel that something waits for, as one sentence; empty where it can be used. */
    public Optional<String> obstacle(Channel channel) {
        var setting = Optional.ofNullable(store.all().get(channel)).filter(ChannelSetting::active);
        if (setting.isEmpty()) {
            return Optional.of("the channel is turned off");
        }
        if (installed(channel).isEmpty()) {
            return Optional.of("the channel is not installed");
        }
        return setting.flatMap(this::way).isPresent()
                ? Optional.empty()
                : Optional.of("the channel is turned on and has nowhere to go: it is not set up");
    }

    /** The channels whose plugin can call back what it has handed over. */
    List<Channel> callingBack() {
        return Arrays.stream(Channel.values())
                .filter(channel -> installed(channel)
                        .filter(plugin -> plugin.capabilities().contains(Capability.CANCEL))
                        .isPresent())
                .toList();
    }

    /** One channel, switched on or not, where it is installed and set up. */
    Optional<Way> of(ChannelSetting setting) {
        return way(setting);
    }

    private Optional<Way> way(ChannelSetting setting) {
        return installed(setting.channel()).flatMap(plugin -> way(setting, plugin));
    }

    /** Nothing is set up where neither the operator nor the tenant has said a word; the built-in one needs none. */
    private Optional<Way> way(ChannelSetting setting, DispatchChannel plugin) {
        var channel = setting.channel();
        var own = config.of(
                channel.name(), tenants.of(Tenancy.required()).naming().slug());
        var said = store.values(channel);
        if (channel != Channel.MY_PAGES && !isSetUp(channel, own.keySet(), said.keySet())) {
            return Optional.empty();
        }
        said.keySet()
                .removeIf(name -> !plugin.settings().contains(name)
                        && !plugin.secretSettings().contains(name));
        said.putAll(own);
        said.put(DispatchChannel.PIECE, Long.toString(store.piece(channel).minorUnits()));
        return Optional.of(new Way(plugin, new PluginContext(said, clock, false), setting, calls));
    }

    private static boolean isSetUp(Channel channel, Collection<String> own, Collection<String> said) {
        return switch (channel) {
            case EMAIL, MY_PAGES -> true;
            case SMS -> said.contains("user");
            case PEPPOL -> own.contains("folder") || (own.contains("apiUrl") && said.contains("token"));
            case LETTER -> own.contains("folder") || said.contains("sftpHost");
        };
    }
}
