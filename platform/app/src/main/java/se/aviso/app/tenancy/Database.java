package se.aviso.app.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection of the current transaction, the same one that the entity manager uses.
 *
 * <p>A second connection beside it would exhaust the pool, and would know of no tenant.
 */
@ApplicationScoped
public class Database {
    @PersistenceContext(unitName = "aviso")
    EntityManager entities;

    /**
     * The connection of the current transaction, told its tenant; callers must not close it.
     *
     * @throws IllegalStateException without a tenant
     * @throws jakarta.persistence.TransactionRequiredException without a transaction
     */
    public Connection connection() {
        Tenancy.required();
        return joined();
    }

    /** The same for the few tables that belong to no tenant; row-level security hides all others. */
    public Connection untenanted() {
        return joined();
    }

    /** Flushes first, so that SQL sees what the transaction's entities remember. */
    private Connection joined() {
        entities.flush();
        var connection = unwrapped();
        if (connection == null) {
            entities.createNativeQuery("select 1").getSingleResult();
            connection = unwrapped();
        }
        if (connection == null) {
            throw new IllegalStateException("the transaction has no connection");
        }
        return connection;
    }

    private @Nullable Connection unwrapped() {
        return entities.unwrap(Connection.class);
    }
}
