package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;

/** The product's tenancy in the product's server: no row of another tenant is ever seen, whatever goes wrong. */
@ArquillianTest
class TenantLeakIT {
    private static final TenantId OURS = new TenantId(new UUID(1, 1));
    private static final TenantId THEIRS = new TenantId(new UUID(2, 2));
    private static final int THREADS = 24;
    private static final int ROUNDS = 40;

    @Inject
    LeakProbe probe;

    @Resource
    ManagedThreadFactory threads;

    @Deployment
    static WebArchive product() {
        return LeakDeployment.of(OURS, THEIRS);
    }

    @Test
    void whatATenantWritesItAloneReads() {
        assertThat(Tenancy.within(OURS, () -> probe.addByJpa(OURS, "ours-jpa"))).contains("ours-jpa");
        assertThat(Tenancy.within(THEIRS, () -> probe.addBySql(THEIRS, "theirs-sql")))
                .contains("theirs-sql");
        assertOnlyOwn(OURS, "ours");
        assertOnlyOwn(THEIRS, "theirs");
    }

    @Test
    void outsideATenantNothingIsSeen() {
        Tenancy.within(OURS, () -> probe.addByJpa(OURS, "ours-hidden"));
        assertThat(probe.byJpa()).isEmpty();
        assertThat(probe.untenanted()).isEmpty();
        assertThatThrownBy(probe::bySql).hasStackTraceContaining("no tenant on this thread");
    }

    @Test
    void aRowForAnotherTenantIsRefused() {
        assertThatThrownBy(() -> Tenancy.within(OURS, () -> probe.addByJpa(THEIRS, "ours-smuggled")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> Tenancy.within(OURS, () -> probe.addBySql(THEIRS, "ours-smuggled")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anotherTenantsRowsCannotBeDeleted() {
        Tenancy.within(THEIRS, () -> probe.addByJpa(THEIRS, "theirs-kept"));
        assertThat(Tenancy.within(OURS, () -> probe.deleteAllOf(THEIRS))).isZero();
        assertThat(Tenancy.within(THEIRS, probe::bySql)).contains("theirs-kept");
    }

    @Test
    void whatFailsLeavesNeitherRowsNorATenantBehind() {
        for (var attempt = 0; attempt < 12; attempt++) {
            assertThatThrownBy(() -> Tenancy.within(OURS, () -> probe.addAndFail(OURS, "ours-lost")))
                    .hasStackTraceContaining("on purpose");
            assertThat(Tenancy.current()).isEmpty();
            assertThat(probe.untenanted()).isEmpty();
        }
        assertThat(Tenancy.within(OURS, probe::bySql)).noneMatch(subject -> subject.startsWith("ours-lost"));
    }

    @Test
    void theTenantCannotChangeInsideATransaction() {
        assertThatThrownBy(() -> Tenancy.within(OURS, () -> probe.changeTenantInside(THEIRS)))
                .hasStackTraceContaining("cannot change inside a transaction");
    }

    @Test
    void twentyFourThreadsOnFourConnectionsNeverSeeAnothersRow() throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS, threads);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var number = thread;
                work.add(() -> hammer(number));
            }
            for (var done : pool.invokeAll(work, 5, TimeUnit.MINUTES)) {
                done.get();
            }
        } finally {
            stop(pool);
        }
    }

    private Void hammer(int thread) {
        for (var round = 0; round < ROUNDS; round++) {
            var ours = (thread + round) % 2 == 0;
            var tenant = ours ? OURS : THEIRS;
            var prefix = ours ? "ours" : "theirs";
            var subject = prefix + "-" + thread + "-" + round;
            if (round % 5 == 4) {
                assertThatThrownBy(() -> Tenancy.within(tenant, () -> probe.addAndFail(tenant, subject)))
                        .hasStackTraceContaining("on purpose");
            } else if (round % 2 == 0) {
                assertThat(Tenancy.within(tenant, () -> probe.addByJpa(tenant, subject)))
                        .contains(subject);
            } else {
                assertThat(Tenancy.within(tenant, () -> probe.addBySql(tenant, subject)))
                        .contains(subject);
            }
            assertOnlyOwn(tenant, prefix);
            assertThat(probe.untenanted()).isEmpty();
        }
        return null;
    }

    private void assertOnlyOwn(TenantId tenant, String prefix) {
        var seen = new ArrayList<String>(Tenancy.within(tenant, probe::bySql));
        seen.addAll(Tenancy.within(tenant, probe::byJpa));
        assertThat(seen).isNotEmpty().allMatch(subject -> subject.startsWith(prefix));
    }

    private static void stop(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
}
