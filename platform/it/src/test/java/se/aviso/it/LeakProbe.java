package se.aviso.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;

/** Use cases as slices have them: through JPA, through SQL, through both, and failing. */
@ApplicationScoped
@Transactional
public class LeakProbe {
    @PersistenceContext(unitName = "aviso")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Sql sql;

    /** Remembers by JPA and asks by SQL, in the same transaction. */
    public List<String> addByJpa(TenantId owner, String token) {
        entities.persist(new TokenRow(owner.value(), token));
        return bySql();
    }

    /** Writes by SQL and asks by JPA, in the same transaction. */
    public List<String> addBySql(TenantId owner, String token) {
        insert(owner, token);
        return byJpa();
    }

    /** Writes by JPA and SQL, then fails. */
    public void addAndFail(TenantId owner, String token) {
        entities.persist(new TokenRow(owner.value(), token + "-jpa"));
        insert(owner, token + "-sql");
        throw new IllegalStateException("on purpose");
    }

    /** All tokens that JPA shows. */
    public List<String> byJpa() {
        return entities.createQuery("select t.token from TokenRow t", String.class)
                .getResultList();
    }

    /** All tokens that SQL shows. */
    public List<String> bySql() {
        return sql.query("select token from search_token", row -> row.text("token"));
    }

    /** All tokens that SQL shows when it is asked in spite of a tenant's absence. */
    public List<String> untenanted() {
        return Sql.untenanted(database).query("select token from search_token", row -> row.text("token"));
    }

    /** Tries to delete what is another's. */
    public int deleteAllOf(TenantId other) {
        return sql.update("delete from search_token where tenant_id = ?", other);
    }

    /** Changes the tenant inside a transaction. */
    public void changeTenantInside(TenantId other) {
        Tenancy.within(other, this::bySql);
    }

    private void insert(TenantId owner, String token) {
        sql.update(
                "insert into search_token (tenant_id, id, token, kind) select ?, unnest(?), unnest(?), 1",
                owner,
                Sql.uuids(List.of(UUID.randomUUID())),
                Sql.texts(List.of(token)));
    }
}
