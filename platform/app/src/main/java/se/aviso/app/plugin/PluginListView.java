package se.aviso.app.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.spi.summary.InvoiceSummary;

/** The plugins of the installation: what became of each, for whom it is, and how its calls fare on this node. */
@Named
@RequestScoped
@Screen(path = "/plugin/list.xhtml", needs = Permission.PLUGIN_READ)
public class PluginListView {
    @Inject
    PluginHost host;

    @Inject
    PluginCalls calls;

    @Inject
    FindPluginChoices find;

    @Inject
    Caller caller;

    private List<Row> rows = List.of();

    /**
     * A plugin with what it says of itself, and what its calls have come to.
     *
     * @param arranges documents, which it does for those who have turned it on, even where it is for all
     * @param missed turned on by the tenant, and not running
     */
    public record Row(
            PluginStatus plugin,
            FindPluginChoices.Described says,
            PluginHealth health,
            boolean arranges,
            boolean missed) {
        /** True when there is something that a tenant can decide of it. */
        public boolean isOpenToChoice() {
            var chosen =
                    says.use().chosen() || arranges || !says.form().fields().isEmpty();
            return missed || (plugin.state() == PluginStatus.State.STARTED && chosen);
        }
    }

    @PostConstruct
    void load() {
        var missed = caller.may(Permission.SETTING_WRITE) ? missed() : List.<String>of();
        var listed = host.plugins().stream().filter(plugin -> !missed.contains(plugin.id()));
        var missing =
                missed.stream().map(id -> new PluginStatus(id, "", "", PluginStatus.State.FAILED, Optional.empty()));
        rows = Stream.concat(missing, listed)
                .map(plugin -> row(plugin, missed.contains(plugin.id())))
                .toList();
    }

    /** Turned on here and not running: their jars are gone, were refused or did not start. */
    private List<String> missed() {
        return find.all().stream()
                .filter(PluginChoiceStore.Choice::turnedOn)
                .map(PluginChoiceStore.Choice::plugin)
                .filter(id -> !host.isStarted(id))
                .distinct()
                .toList();
    }

    private Row row(PluginStatus plugin, boolean missed) {
        return new Row(
                plugin,
                host.described(plugin.id()),
                calls.health(plugin.id()),
                !host.extensionsOf(plugin.id(), InvoiceSummary.class).isEmpty(),
                missed);
    }

    /** All of them. */
    public List<Row> getRows() {
        return rows;
    }

    /** True for those who run the installation. */
    public boolean isOperating() {
        return caller.may(Permission.INSTALLATION_RUN);
    }

    /** True for those who decide for the tenant. */
    public boolean isChoosing() {
        return caller.may(Permission.SETTING_WRITE);
    }
}
