package se.aviso.launcher.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.TenantId;
import se.aviso.secret.TenantKey;

/** The personal numbers of one tenant, sealed anew chunk by chunk; a chunk that was committed is done for good. */
final class SealedRows {
    private static final int CHUNK = 200;

    private final Connection connection;
    private final TenantKeys keys;
    private final TenantId tenant;

    SealedRows(Connection connection, TenantKeys keys, TenantId tenant) {
        this.connection = connection;
        this.keys = keys;
        this.tenant = tenant;
    }

    /** Seals all by a new key, takes the old one away, and answers how many rows that were. */
    long sealAnew() throws SQLException {
        var known = keys.renewed();
        if (known.isEmpty()) {
            return 0; // nothing was ever sealed for this tenant
        }
        var sealed = 0L;
        for (var done = chunk(known); done > 0; done = chunk(known)) {
            sealed += done;
        }
        keys.forgetBefore(known.get(0));
        return sealed;
    }

    private int chunk(List<TenantKey> known) throws SQLException {
        keys.enter();
        var newest = known.get(0);
        var rows = older(newest);
        try (var update = connection.prepareStatement(
                "update personal_number set sealed = ?, lookup = ? where tenant_id = ? and member_id = ?")) {
            for (var row : rows.entrySet()) {
                var number = open(row.getKey(), row.getValue(), known);
                update.setBytes(1, newest.seal(tenant, row.getKey(), number));
                update.setBytes(2, newest.lookup(number));
                update.setObject(3, tenant.value());
                update.setObject(4, row.getKey().value());
                update.addBatch();
            }
            update.executeBatch();
        }
        connection.commit();
        return rows.size();
    }

    private Map<MemberId, byte[]> older(TenantKey newest) throws SQLException {
        var rows = new LinkedHashMap<MemberId, byte[]>();
        try (var query = connection.prepareStatement("select member_id, sealed from personal_number "
                + "where tenant_id = ? and key_version < ? order by key_version, member_id limit " + CHUNK
                + " for update")) {
            query.setObject(1, tenant.value());
            query.setInt(2, newest.version());
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.put(new MemberId(found.getObject(1, UUID.class)), found.getBytes(2));
                }
            }
        }
        return rows;
    }

    private PersonalNumber open(MemberId member, byte[] sealed, List<TenantKey> known) {
        return known.stream()
                .flatMap(key -> key.open(tenant, member, sealed).stream())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "the personal number kept for member " + member
                                        + " was not sealed for this member; nothing before it is lost, put it right and run this again"));
    }
}
