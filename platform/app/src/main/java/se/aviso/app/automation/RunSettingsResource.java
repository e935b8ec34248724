package se.aviso.app.automation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.run.RunSettings;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.automation.DailyMode;
import se.aviso.automation.DailyWork;
import se.aviso.dispatch.Channel;

/** What Aviso does by itself, and how runs go, over REST. */
@Path("run-settings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RunSettingsResource {
    @Inject
    ShowRunSettings show;

    @Inject
    ChangeRunSettings change;

    /**
     * The settings.
     *
     * @param daily how far Aviso goes by itself with each work
     * @param startsAt when the day's work begins, in the tenant's zone: {@code 06:00}
     * @param holdMinutes how long documents of a run wait before they leave
     * @param costs what a document costs by each channel, in kronor
     */
    public record SettingsBody(
            Map<DailyWork, DailyMode> daily, String startsAt, int holdMinutes, Map<Channel, String> costs) {
        static SettingsBody of(RunSettings settings) {
            var costs = new EnumMap<Channel, String>(Channel.class);
            settings.costs().costs().forEach((channel, cost) -> costs.put(channel, cost.toDecimal()));
            var plan = settings.plan();
            return new SettingsBody(
                    new EnumMap<>(plan.modes()),
                    plan.startsAt().toString(),
                    settings.hold().minutes(),
                    costs);
        }
    }

    /** The settings as they are. */
    @GET
    @Needs(Permission.RUN_READ)
    public Response see() {
        return answer(show.settings());
    }

    /** Sets all of them; a work that is left out is off, a channel that is left out costs nothing. */
    @PUT
    @Needs(Permission.SETTING_WRITE)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, SettingsBody body) {
        var costs = new EnumMap<Channel, String>(Channel.class);
        body.costs().values().removeIf(Objects::isNull);
        costs.putAll(body.costs());
        var wanted = new WrittenSettings(body.daily(), body.startsAt(), body.holdMinutes(), costs).read();
        return answer(change.change(wanted, version -> ETags.require(ifMatch, version)));
    }

    private static Response answer(RunSettings settings) {
        return Response.ok(SettingsBody.of(settings))
                .tag(ETags.of(settings.version()))
                .build();
    }
}
