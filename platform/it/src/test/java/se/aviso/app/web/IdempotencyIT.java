package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.it.TestDatabase;
import se.aviso.kernel.TenantId;

/** A request that comes again, on a real database: transactions are what makes it once. */
class IdempotencyIT {
    private static final TenantId OURS = new TenantId(new UUID(1, 1));
    private static final TenantId THEIRS = new TenantId(new UUID(2, 2));
    private static final int THREADS = 16;
    private static final Answer DONE = new Answer(201, "{\"id\":1}", Optional.of(URI.create("/api/v1/payments/1")));

    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(OURS.value(), "ours");
        database.addTenant(THEIRS.value(), "theirs");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void sixteenAtOnceAreDoneOnceAndAllGetTheSameAnswer() throws Exception {
        var runs = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var work = new ArrayList<Callable<Answer>>();
            for (var thread = 0; thread < THREADS; thread++) {
                work.add(() -> once(OURS, "at-once", "{}", counted(runs)));
            }
            for (var answer : pool.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(DONE);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws SQLException {
        once(OURS, "reused", "{\"amount\":\"1.00\"}", () -> DONE);
        var refusal = catchThrowableOfType(
                HttpProblem.class, () -> once(OURS, "reused", "{\"amount\":\"2.00\"}", () -> DONE));
        assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
        assertThat(refusal.status()).isEqualTo(422);
    }

    @Test
    void whatFailedMayBeTriedAgain() throws SQLException {
        assertThatThrownBy(() -> once(OURS, "failed", "{}", () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(once(OURS, "failed", "{}", () -> DONE)).isEqualTo(DONE);
    }

    @Test
    void anotherTenantsKeyIsAnotherKey() throws SQLException {
        var runs = new AtomicInteger();
        once(OURS, "shared", "{}", counted(runs));
        once(THEIRS, "shared", "{}", counted(runs));
        assertThat(runs).hasValue(2);
    }

    @Test
    void anothersKeyOpensNothing() throws SQLException {
        once(OURS, "mine", "{}", () -> DONE);
        var refusal = catchThrowableOfType(
                HttpProblem.class, () -> once(OURS, () -> "somebody else", "mine", "{}", () -> DONE));
        assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aMissingKeyIsRefused() {
        var refusal = catchThrowableOfType(HttpProblem.class, () -> once(OURS, " ", "{}", () -> DONE));
        assertThat(refusal.code()).isEqualTo("idempotency-key-missing");
    }

    private static Supplier<Answer> counted(AtomicInteger runs) {
        return () -> {
            runs.incrementAndGet();
            return DONE;
        };
    }

    private static Answer once(TenantId tenant, String key, String body, Supplier<Answer> work) throws SQLException {
        return once(tenant, () -> "somebody", key, body, work);
    }

    /** One transaction, as the container would make it. */
    @SuppressWarnings("UnnecessaryAssignment")
    private static Answer once(TenantId tenant, Asker asker, String key, String body, Supplier<Answer> work)
            throws SQLException {
        try (var connection = database.as(TestDatabase.APP)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.tenant = '" + tenant + "'");
            }
            var idempotency = new Idempotency();
            idempotency.sql = Sql.on(connection);
            idempotency.clock = Clock.systemUTC();
            idempotency.asker = asker;
            var answer = Tenancy.within(tenant, () -> idempotency.once(key, "POST /payments", body, work));
            connection.commit();
            return answer;
        }
    }
}
