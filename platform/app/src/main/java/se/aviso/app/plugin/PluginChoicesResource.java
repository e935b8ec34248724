package se.aviso.app.plugin;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;

/** What the tenant has decided of plugins, over REST; secrets go in and never come out. */
@Path("plugin-choices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PluginChoicesResource {
    @Inject
    FindPluginChoices find;

    @Inject
    KeepPluginChoice keep;

    @Inject
    TryPluginSettings attempt;

    @Inject
    PluginHost host;

    /** What is wanted; without a group for all of them. */
    public record ChoiceBody(Optional<UUID> groupId, boolean turnedOn, Optional<Map<String, String>> settings) {}

    /**
     * What was decided.
     *
     * @param secretsSet the names of secrets that are kept
     */
    public record Chosen(
            String plugin,
            Optional<UUID> groupId,
            String groupName,
            boolean turnedOn,
            Map<String, String> settings,
            List<String> secretsSet,
            long version,
            Instant changedAt,
            String changedBy) {}

    /** All that was decided. */
    public record Chosens(List<Chosen> items) {}

    /** All that was decided. */
    @GET
    @Needs(Permission.SETTING_WRITE)
    public Chosens list() {
        return new Chosens(find.all().stream().map(this::chosen).toList());
    }

    /** Turns a plugin on or off and keeps its settings, if what it replaces is still what the caller has seen. */
    @PUT
    @Path("{plugin}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SETTING_WRITE)
    public Response change(
            @PathParam("plugin") String plugin, @HeaderParam("If-Match") @Nullable String ifMatch, ChoiceBody body) {
        keep.keep(wanted(plugin, body), version -> ETags.require(ifMatch, version));
        var kept = find.find(plugin, body.groupId()).orElseThrow(HttpProblem::notFound);
        return Response.ok(chosen(kept)).tag(ETags.of(kept.version())).build();
    }

    /** Has the plugin try the settings; nothing is kept. */
    @POST
    @Path("{plugin}:try")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.SETTING_WRITE)
    public TryPluginSettings.Tried attempt(@PathParam("plugin") String plugin, ChoiceBody body) {
        return attempt.tried(wanted(plugin, body));
    }

    private static ChangePluginChoice.Wanted wanted(String plugin, ChoiceBody body) {
        return new ChangePluginChoice.Wanted(
                plugin, body.groupId(), body.turnedOn(), body.settings().orElse(Map.of()));
    }

    private Chosen chosen(PluginChoiceStore.Choice choice) {
        var form = host.described(choice.plugin()).form();
        var open = new TreeMap<>(choice.settings());
        open.keySet()
                .removeIf(name ->
                        !form.fields().stream().anyMatch(field -> field.name().equals(name)) || form.isSecret(name));
        return new Chosen(
                choice.plugin(),
                choice.group(),
                choice.groupName(),
                choice.turnedOn(),
                open,
                choice.settings().keySet().stream()
                        .filter(form::isSecret)
                        .sorted()
                        .toList(),
                choice.version(),
                choice.changedAt(),
                choice.changedBy());
    }
}
