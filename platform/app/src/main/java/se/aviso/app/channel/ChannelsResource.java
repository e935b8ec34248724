package se.aviso.app.channel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;

/** The channels of the tenant, over REST. */
@Path("channels")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
    @Inject
    ShowChannels show;

    @Inject
    ChangeChannel change;

    @Inject
    TryChannel tryChannel;

    /**
     * A channel.
     *
     * @param names what its provider can be told openly
     * @param secretNames what it can be told in secret
     * @param values what it is told openly
     * @param secretsKept the names of the secrets that are kept
     * @param spent this month, in kronor
     */
    public record ChannelBody(
            Channel channel,
            boolean installed,
            boolean ready,
            boolean active,
            int place,
            Optional<Long> patienceHours,
            Optional<String> monthlyCap,
            Optional<Integer> perMinute,
            Set<String> names,
            Set<String> secretNames,
            Map<String, String> values,
            Set<String> secretsKept,
            String spent,
            String currency,
            long version) {
        static ChannelBody of(ChannelSeen seen) {
            var values = new TreeMap<String, String>();
            var kept = new TreeSet<String>();
            seen.values()
                    .forEach((name, value) ->
                            value.ifPresentOrElse(open -> values.put(name, open), () -> kept.add(name)));
            var setting = seen.setting();
            return new ChannelBody(
                    seen.channel(),
                    seen.installed(),
                    seen.ready(),
                    setting.active(),
                    setting.place(),
                    setting.patience().map(Duration::toHours),
                    setting.budget().cap().map(Money::toDecimal),
                    setting.perMinute(),
                    seen.names(),
                    seen.secretNames(),
                    values,
                    kept,
                    seen.spent().toDecimal(),
                    "SEK",
                    setting.version());
        }
    }

    /** How a channel is to be used. */
    public record ChangeBody(
            boolean active,
            int place,
            Optional<Integer> patienceHours,
            Optional<String> monthlyCap,
            Optional<Integer> perMinute,
            Optional<Map<String, String>> values) {
        WrittenChannel written() {
            values.ifPresent(given -> given.values().removeIf(Objects::isNull));
            return new WrittenChannel(active, place, patienceHours, monthlyCap, perMinute, values.orElse(Map.of()));
        }
    }

    /** Where a test goes. */
    public record TestBody(String address) {}

    /** All channels, in the order in which people are reached. */
    @GET
    @Needs(Permission.SETTING_WRITE)
    public List<ChannelBody> all() {
        return show.all().stream().map(ChannelBody::of).toList();
    }

    /** Sets a channel; values that are left out stay, empty ones are forgotten. */
    @PUT
    @Path("{channel}")
    @Needs(Permission.SETTING_WRITE)
    public Response change(
            @PathParam("channel") String channel,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ChangeBody body) {
        var seen = change.change(named(channel), body.written(), version -> ETags.require(ifMatch, version));
        return Response.ok(ChannelBody.of(seen))
                .tag(ETags.of(seen.setting().version()))
                .build();
    }

    /** Sends a test by a channel. */
    @POST
    @Path("{channel}:test")
    @Needs(Permission.SETTING_WRITE)
    public TryChannel.Tried test(@PathParam("channel") String channel, TestBody body) {
        return tryChannel.tryOut(named(channel), body.address());
    }

    private static Channel named(String name) {
        return Arrays.stream(Channel.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }
}
