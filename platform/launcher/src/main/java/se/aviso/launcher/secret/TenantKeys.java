package se.aviso.launcher.secret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import se.aviso.kernel.TenantId;
import se.aviso.secret.MasterKey;
import se.aviso.secret.MasterKeys;
import se.aviso.secret.TenantKey;

/** The keys of one tenant: wrapped anew, added to, and taken away when nothing is sealed by them any more. */
final class TenantKeys {
    private final Connection connection;
    private final MasterKeys masters;
    private final TenantId tenant;

    TenantKeys(Connection connection, MasterKeys masters, TenantId tenant) {
        this.connection = connection;
        this.masters = masters;
        this.tenant = tenant;
    }

    /** Wraps by the present master key what another wraps, and answers how many. */
    long wrap() throws SQLException {
        enter();
        var wrapped = 0L;
        for (var kept : kept()) {
            if (!masters.isCurrent(kept)) {
                write(
                        "update tenant_key set master = ?, wrapped = ? where version = ? and tenant_id = ?",
                        masters.current().wrap(tenant, masters.unwrap(tenant, kept)));
                wrapped++;
            }
        }
        connection.commit();
        return wrapped;
    }

    /** All of them, the newest first. A rotation that was broken off has left two: it goes on; else one is added. */
    List<TenantKey> renewed() throws SQLException {
        enter();
        var keys = new ArrayList<>(opened());
        if (keys.size() == 1) {
            var fresh = TenantKey.make(keys.get(0).version() + 1);
            write(
                    "insert into tenant_key (master, wrapped, version, tenant_id, made_at) values (?, ?, ?, ?, now())",
                    masters.current().wrap(tenant, fresh));
            keys.add(0, fresh);
        }
        connection.commit();
        return keys;
    }

    /** Takes those away that are older; refused by the database while a row needs one. */
    void forgetBefore(TenantKey newest) throws SQLException {
        enter();
        try (var delete = connection.prepareStatement("delete from tenant_key where tenant_id = ? and version < ?")) {
            delete.setObject(1, tenant.value());
            delete.setInt(2, newest.version());
            delete.executeUpdate();
        }
        connection.commit();
    }

    /** Begins a transaction that sees this tenant alone, and waits for those who take numbers or rotate. */
    void enter() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant = '" + tenant.value() + "'");
            statement.execute("insert into tenant_lock (tenant_id, name) values ('" + tenant.value()
                    + "', 'personal-number') on conflict do nothing");
            statement.execute("select 1 from tenant_lock where tenant_id = '" + tenant.value()
                    + "' and name = 'personal-number' for update");
        }
    }

    private List<TenantKey> opened() throws SQLException {
        return kept().stream().map(kept -> masters.unwrap(tenant, kept)).toList();
    }

    private List<MasterKey.Wrapped> kept() throws SQLException {
        var kept = new ArrayList<MasterKey.Wrapped>();
        try (var query = connection.prepareStatement(
                "select version, master, wrapped from tenant_key where tenant_id = ? order by version desc")) {
            query.setObject(1, tenant.value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.add(new MasterKey.Wrapped(rows.getInt(1), rows.getString(2), rows.getBytes(3)));
                }
            }
        }
        return kept;
    }

    private void write(String sql, MasterKey.Wrapped wrapped) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, wrapped.master());
            statement.setBytes(2, wrapped.bytes());
            statement.setInt(3, wrapped.version());
            statement.setObject(4, tenant.value());
            statement.executeUpdate();
        }
    }
}
