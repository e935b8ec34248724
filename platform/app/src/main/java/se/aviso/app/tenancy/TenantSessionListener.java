package se.aviso.app.tenancy;

import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import se.aviso.kernel.TenantId;

/** Tells the database the thread's tenant, for the length of the transaction, as its connection is taken. */
public class TenantSessionListener extends SessionEventAdapter {
    @Override
    public void postAcquireConnection(SessionEvent event) {
        Tenancy.current().ifPresent(tenant -> tell((DatabaseAccessor) event.getResult(), tenant));
    }

    /** A statement of its own: Citus passes {@code SET LOCAL} on, but no {@code set_config()}. */
    private static void tell(DatabaseAccessor accessor, TenantId tenant) {
        try (var statement = accessor.getConnection().createStatement()) {
            statement.execute("SET LOCAL app.tenant = '" + tenant.value() + "'");
        } catch (SQLException failure) {
            throw new SqlFailure("SET LOCAL app.tenant", failure);
        }
    }
}
