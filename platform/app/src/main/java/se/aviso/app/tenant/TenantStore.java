package se.aviso.app.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.kernel.TenantId;
import se.aviso.tenant.Edition;

/** The tenants of this installation; everybody may see that they exist, only the tenant itself changes its row. */
@ApplicationScoped
public class TenantStore {
    private static final String COLUMNS = "select id, slug, name, language, zone, demo, business_date from tenant";
    private static final String SOLD =
            "select id, slug, name, language, zone, demo, business_date, edition from tenant";

    @Inject
    Database database;

    @Inject
    Sql sql;

    /** All tenants, by slug. */
    public List<TenantProfile> all() {
        return Sql.untenanted(database).query(COLUMNS + " order by slug", TenantStore::read);
    }

    /** The tenant of that slug, if there is one. */
    public Optional<TenantProfile> bySlug(String slug) {
        return Sql.untenanted(database).one(COLUMNS + " where slug = ?", TenantStore::read, slug);
    }

    /** The tenant of that id, if there is one. */
    public Optional<TenantProfile> find(TenantId id) {
        return Sql.untenanted(database).one(COLUMNS + " where id = ?", TenantStore::read, id);
    }

    /** The tenant of the transaction. */
    public TenantProfile of(TenantId tenant) {
        return sql.one(COLUMNS + " where id = ?", TenantStore::read, tenant).orElseThrow();
    }

    /** The hue of the tenant's accent, in degrees. */
    public int hue(TenantId tenant) {
        return Sql.untenanted(database)
                .one("select hue from tenant where id = ?", row -> row.integer("hue"), tenant)
                .orElseThrow();
    }

    /** Sets the hue of the tenant's accent. */
    public void paint(TenantId tenant, int hue) {
        sql.update("update tenant set hue = ? where id = ?", hue, tenant);
    }

    /** Whether public forms of the tenant ask for the personal number. */
    public boolean asksPersonalNumber(TenantId tenant) {
        return sql.one(
                        "select asks_personal_number from tenant where id = ?",
                        row -> row.flag("asks_personal_number"),
                        tenant)
                .orElseThrow();
    }

    /** Says whether public forms of the tenant ask for the personal number. */
    public void askPersonalNumber(TenantId tenant, boolean asks) {
        sql.update("update tenant set asks_personal_number = ? where id = ?", asks, tenant);
    }

    /** A tenant and what it has bought. */
    public record Sold(TenantProfile profile, Edition edition) {}

    /** Tenants behind a slug, by slug; everybody may see that they exist. */
    public List<Sold> page(String after, int limit) {
        return Sql.untenanted(database)
                .query(SOLD + " where slug > ? order by slug limit ?", TenantStore::sold, after, limit);
    }

    /** The tenant of that id with what it has bought, if there is one. */
    public Optional<Sold> findSold(TenantId tenant) {
        return Sql.untenanted(database).one(SOLD + " where id = ?", TenantStore::sold, tenant);
    }

    /** The slugs of these tenants. */
    public Map<UUID, String> slugs(Collection<UUID> tenants) {
        return Sql.untenanted(database)
                .query(
                        "select id, slug from tenant where id = any(?)",
                        row -> Map.entry(row.uuid("id"), row.text("slug")),
                        Sql.uuids(tenants))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the transaction's tenant has bought. */
    public Edition edition(TenantId tenant) {
        return sql.one("select edition from tenant where id = ?", row -> row.code("edition", Edition.class), tenant)
                .orElseThrow();
    }

    /** Adds the tenant of the transaction; false when its slug is taken. */
    public boolean add(TenantProfile tenant, Edition edition) {
        return sql.update(
                        "insert into tenant (id, slug, name, language, zone, demo, business_date, edition) "
                                + "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do nothing",
                        tenant.id(),
                        tenant.naming().slug(),
                        tenant.naming().name(),
                        tenant.naming().language(),
                        tenant.zone().getId(),
                        tenant.demo(),
                        tenant.businessDate(),
                        Codes.of(edition))
                == 1;
    }

    /** Sets the tenant's own day. */
    public void moveBusinessDate(TenantId tenant, LocalDate day) {
        sql.update("update tenant set business_date = ? where id = ?", day, tenant);
    }

    /** Waits until no other transaction of the tenant does work of that name, and keeps others out until commit. */
    public void lock(TenantId tenant, String name) {
        sql.update("insert into tenant_lock (tenant_id, name) values (?, ?) on conflict do nothing", tenant, name);
        sql.query(
                "select name from tenant_lock where tenant_id = ? and name = ? for update",
                row -> row.text("name"),
                tenant,
                name);
    }

    private static Sold sold(Row row) {
        return new Sold(read(row), row.code("edition", Edition.class));
    }

    private static TenantProfile read(Row row) {
        var naming = new TenantProfile.Naming(row.text("slug"), row.text("name"), row.text("language"));
        return new TenantProfile(
                new TenantId(row.uuid("id")),
                naming,
                ZoneId.of(row.text("zone")),
                row.flag("demo"),
                row.optionalDay("business_date"));
    }

    /** Names the plugin that arranges the lines of the tenant's documents. */
    public void summariseBy(TenantId tenant, String plugin) {
        sql.update("update tenant set summary_by = ? where id = ?", plugin, tenant);
    }
}
