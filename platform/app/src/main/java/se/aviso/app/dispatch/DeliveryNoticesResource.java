package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.channel.Ways;
import se.aviso.app.security.PublicEndpoint;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.dispatch.Channel;
import se.aviso.link.LinkKey;
import se.aviso.spi.dispatch.Notice;

/**
 * Where providers tell what became of messages; each message has an address of its own, which only its provider knows.
 */
@Path("delivery-notices/{key}/{channel}/{dispatch}")
@RequestScoped
public class DeliveryNoticesResource {
    @Inject
    HearNotices hear;

    @Inject
    Ways ways;

    /** Hears what the provider says; the same again changes nothing, and is answered alike. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @PublicEndpoint(perMinute = 3_000)
    public Response told(
            @PathParam("key") String key,
            @PathParam("channel") String channel,
            @PathParam("dispatch") String dispatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            byte[] body) {
        var link = LinkKey.parse(key).orElseThrow(HttpProblem::notFound);
        var by = channel(channel).orElseThrow(HttpProblem::notFound);
        var id = id(dispatch).orElseThrow(HttpProblem::notFound);
        var notice = new Notice(id.toString(), mediaType == null ? "" : mediaType, body);
        Tenancy.within(link.tenant(), () -> {
            if (!hear.isOurs(link, by, id)) {
                throw HttpProblem.notFound();
            }
            ways.toHear(by)
                    .ifPresent(way -> hear.hear(by, id, way.call((plugin, context) -> plugin.read(notice, context))));
        });
        return Response.noContent().build();
    }

    private static Optional<Channel> channel(String name) {
        return Arrays.stream(Channel.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
