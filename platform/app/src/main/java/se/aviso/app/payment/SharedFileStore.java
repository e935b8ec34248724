package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;

/** A tenant's part of files that came for several. */
@ApplicationScoped
public class SharedFileStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /**
     * Notes a kept file of which the tenant is to know some sections alone; empty when its bytes were noted before:
     * what a person has undone or put away does not come back by itself.
     */
    Optional<UUID> add(Vault.Kept kept, String name) {
        var id = Ids.next();
        var added = sql.update(
                "insert into bank_file (tenant_id, id, vault_id, sha256, name, state, received_at, received_by, sections) "
                        + "select ?, ?, ?, ?, ?, ?, ?, 'pick-up', '' where not exists (select from bank_file b "
                        + "where b.tenant_id = ? and b.sha256 = ?) on conflict (tenant_id, sha256) where state <> 6 do nothing",
                Tenancy.required(),
                id,
                kept.id(),
                kept.sha256(),
                name,
                Codes.of(BankFileState.RECEIVED),
                clock.instant(),
                Tenancy.required(),
                kept.sha256());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Of a shared file the tenant gets those sections from now on; one that it handed in itself it knows whole. */
    void share(UUID id, Set<String> sections) {
        sql.update(
                "update bank_file set sections = ? where tenant_id = ? and id = ? and sections is not null",
                String.join("\n", sections),
                Tenancy.required(),
                id);
    }

    /** Which sections of the file are the tenant's; empty where it knows all of it. */
    Optional<Set<String>> sections(UUID id) {
        return sql.one(
                        "select sections from bank_file where tenant_id = ? and id = ?",
                        row -> row.optionalText("sections").map(lines -> Set.of(lines.split("\n", -1))),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }

    /** The newest file with those bytes, undone or not. */
    Optional<UUID> byHash(String sha256) {
        return sql.one(
                "select id from bank_file where tenant_id = ? and sha256 = ? order by id desc limit 1",
                row -> row.uuid("id"),
                Tenancy.required(),
                sha256);
    }
}
