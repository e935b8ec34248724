package se.aviso.app.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import se.aviso.app.server.SecretConfig;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.secret.MasterKey;
import se.aviso.secret.TenantKey;

/** The keys of the transaction's tenant, in the form that only the master key opens. */
@ApplicationScoped
class TenantKeyStore {
    @Inject
    Sql sql;

    @Inject
    SecretConfig config;

    @Inject
    Clock clock;

    /** All versions, the newest first; the first is made when there is none. */
    List<TenantKey> all() {
        var known = known();
        return known.isEmpty() ? made() : known;
    }

    private List<TenantKey> made() {
        var tenant = Tenancy.required();
        var wrapped = config.masterKeys().current().wrap(tenant, TenantKey.make(1));
        sql.update(
                "insert into tenant_key (tenant_id, version, master, wrapped, made_at) values (?, ?, ?, ?, ?) "
                        + "on conflict do nothing",
                tenant,
                wrapped.version(),
                wrapped.master(),
                wrapped.bytes(),
                clock.instant());
        return known(); // perhaps another node's
    }

    private List<TenantKey> known() {
        var tenant = Tenancy.required();
        var masters = config.masterKeys();
        return sql
                .query(
                        "select version, master, wrapped from tenant_key where tenant_id = ? order by version desc",
                        TenantKeyStore::read,
                        tenant)
                .stream()
                .map(wrapped -> masters.unwrap(tenant, wrapped))
                .toList();
    }

    private static MasterKey.Wrapped read(Row row) {
        return new MasterKey.Wrapped(row.integer("version"), row.text("master"), row.bytes("wrapped"));
    }
}
