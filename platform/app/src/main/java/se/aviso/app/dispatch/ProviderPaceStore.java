package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.channel.Way;
import se.aviso.app.server.ChannelConfig;
import se.aviso.app.tenancy.Sql;
import se.aviso.dispatch.Bucket;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;

/**
 * How many may leave for a provider now, whichever tenant they are of and whichever node sends them. Whoever asks holds
 * others who ask for the same provider until commit.
 */
@ApplicationScoped
class ProviderPaceStore {
    @Inject
    Sql sql;

    @Inject
    ChannelConfig config;

    @Inject
    Clock clock;

    /** So many of those that are wanted. */
    int lets(Way way, int wanted) {
        return wanted == 0
                ? 0
                : config.perMinute(way.channel())
                        .map(perMinute -> held(provider(way), perMinute).lets(wanted))
                        .orElse(wanted);
    }

    /** Notes that so many leave. */
    void took(Way way, int count) {
        if (count > 0) {
            config.perMinute(way.channel()).ifPresent(perMinute -> {
                var provider = provider(way);
                var left = held(provider, perMinute).without(count);
                sql.update(
                        "update provider_pace set thousandths = ?, at = ? where provider = ?",
                        left.thousandths(),
                        left.at(),
                        provider);
            });
        }
    }

    /** The plugin, and where it calls: tenants that name the same server share its pace. */
    static String provider(DispatchChannel plugin, PluginContext context) {
        var places = new TreeSet<>(plugin.addressSettings())
                .stream().map(name -> context.setting(name, "").strip());
        return Stream.concat(Stream.of(plugin.name()), places)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String provider(Way way) {
        return provider(way.plugin(), way.context());
    }

    private Bucket held(String provider, int perMinute) {
        var now = clock.instant();
        var full = Bucket.full(perMinute, now);
        sql.update(
                "insert into provider_pace (provider, thousandths, at) values (?, ?, ?) on conflict do nothing",
                provider,
                full.thousandths(),
                full.at());
        return sql.one(
                        "select thousandths, at from provider_pace where provider = ? for update",
                        row -> new Bucket(row.bigint("thousandths"), row.instant("at")),
                        provider)
                .orElseThrow()
                .filled(perMinute, now);
    }
}
