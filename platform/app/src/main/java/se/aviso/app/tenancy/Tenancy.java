package se.aviso.app.tenancy;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.TenantId;

/**
 * The tenant that this thread works for.
 *
 * <p>A transaction is told its tenant when it takes its connection; therefore the tenant can be changed between
 * transactions and never inside one.
 */
public final class Tenancy {
    private static final ThreadLocal<@Nullable TenantId> CURRENT = new ThreadLocal<>();

    private Tenancy() {}

    /** Does the work for the tenant, then restores the thread's former tenant. */
    public static <T> T within(TenantId tenant, Supplier<T> work) {
        var former = CURRENT.get();
        enter(tenant);
        try {
            return work.get();
        } finally {
            restore(former);
        }
    }

    /** Does the work for the tenant, then restores the thread's former tenant. */
    public static void within(TenantId tenant, Runnable work) {
        within(tenant, () -> {
            work.run();
            return tenant;
        });
    }

    /** The thread's tenant, if it works for one. */
    public static Optional<TenantId> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * The thread's tenant.
     *
     * @throws IllegalStateException when the thread works for none
     */
    public static TenantId required() {
        return current().orElseThrow(() -> new IllegalStateException("no tenant on this thread"));
    }

    /** Enters a tenant until {@link #leave}; for the edge of the server only, all else uses {@link #within}. */
    public static void enter(TenantId tenant) {
        if (!tenant.equals(CURRENT.get()) && insideTransaction()) {
            throw new IllegalStateException("the tenant cannot change inside a transaction");
        }
        CURRENT.set(tenant);
    }

    /** Frees the thread of its tenant, for the edge of the server, in a {@code finally}. */
    public static void leave() {
        CURRENT.remove();
    }

    private static void restore(@Nullable TenantId former) {
        if (former == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(former);
        }
    }

    /** The name is a constant: nothing of a user's reaches the naming service. */
    @SuppressWarnings("BanJNDI")
    private static boolean insideTransaction() {
        try {
            TransactionSynchronizationRegistry registry =
                    InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (NamingException outsideOfAnyServer) {
            return false;
        }
    }
}
