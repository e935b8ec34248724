package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** The tenant's key for what its public forms carry; the same on every node, for it stands in the database. */
@ApplicationScoped
class FormKeyStore {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Sql sql;

    /** The seal of the transaction's tenant; its key is made when it is first asked for. */
    Seal seal() {
        return new Seal(known().orElseGet(this::made));
    }

    private byte[] made() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        sql.update(
                "insert into form_key (tenant_id, secret) values (?, ?) on conflict do nothing",
                Tenancy.required(),
                secret);
        return known().orElseThrow();
    }

    private Optional<byte[]> known() {
        return sql.one(
                "select secret from form_key where tenant_id = ?", row -> row.bytes("secret"), Tenancy.required());
    }
}
