package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.app.web.PageRequest;
import se.aviso.plugin.Circuit;

/** Shows operators how each plugin fares for each tenant on this node, those that are not called first. */
@ApplicationScoped
@Transactional
public class FindPluginHealth {
    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::sortKey).thenComparing(Cursor::id);

    @Inject
    PluginCalls calls;

    @Inject
    TenantStore tenants;

    /**
     * A plugin and a tenant for which it was called; of the tenant nothing is said but who it is.
     *
     * @param tenant its slug
     */
    public record Seen(
            String plugin,
            UUID tenantId,
            String tenant,
            Circuit.State state,
            Instant since,
            Optional<Instant> restsUntil,
            PluginHealth.Figures figures) {}

    /** A plugin, and how it fares for a tenant. */
    private record Found(String plugin, PluginHealth.OfTenant of) {
        Cursor cursor() {
            var well = of.state() == Circuit.State.CALLED;
            return new Cursor((well ? "2 " : "1 ") + plugin, of.tenantId());
        }

        Seen seen(Map<UUID, String> slugs) {
            var slug = slugs.getOrDefault(of.tenantId(), "");
            return new Seen(plugin, of.tenantId(), slug, of.state(), of.since(), of.restsUntil(), of.figures());
        }
    }

    /** A part of them. */
    public Page<Seen> page(PageRequest request) {
        var rows = calls.called().stream()
                .flatMap(this::found)
                .filter(row -> request.after()
                        .filter(last -> ORDER.compare(row.cursor(), last) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(Found::cursor, ORDER))
                .limit(request.limitAndOne())
                .toList();
        var page = Page.of(rows, request, Found::cursor);
        var slugs = tenants.slugs(
                page.items().stream().map(row -> row.of().tenantId()).toList());
        return new Page<>(page.items().stream().map(row -> row.seen(slugs)).toList(), page.nextCursor());
    }

    private Stream<Found> found(String plugin) {
        return calls.tenants(plugin).stream().map(of -> new Found(plugin, of));
    }
}
