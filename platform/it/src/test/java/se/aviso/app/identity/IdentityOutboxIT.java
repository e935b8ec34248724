package se.aviso.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.app.identity.keycloak.KeycloakAdmin;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.identity.Retry;
import se.aviso.it.TestDatabase;
import se.aviso.kernel.TenantId;

/** What waits for Keycloak is done once Keycloak does as asked, however it behaved before, and given up at last. */
@SuppressWarnings("UnnecessaryAssignment") // as the container would
class IdentityOutboxIT {
    private static final TenantId OURS = new TenantId(new UUID(1, 1));
    private static final TenantId THEIRS = new TenantId(new UUID(2, 2));
    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final String MAIL = "PUT /users/made-1/execute-actions-email";

    private static TestDatabase database;

    private final TurnedClock clock = new TurnedClock();
    private final UUID user = UUID.randomUUID();
    private final ScriptedKeycloak keycloak;
    private final WorkIdentityTasks work;

    IdentityOutboxIT() throws IOException {
        keycloak = new ScriptedKeycloak().well();
        work = worker(keycloak);
    }

    @BeforeAll
    static void startDatabase() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(OURS.value(), "ours");
        database.addTenant(THEIRS.value(), "theirs");
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void start() {
        inTransaction(OURS, sql -> sql.update("delete from identity_task"), TestDatabase.OWNER);
        inTransaction(
                OURS,
                sql -> sql.update(
                        "insert into app_user (tenant_id, id, email, name, created_at) values (?, ?, ?, ?, ?)",
                        OURS,
                        user,
                        user + "@ours.example",
                        "Ny Person",
                        NOON));
    }

    @AfterEach
    void stop() {
        keycloak.close();
    }

    @Test
    void somebodyInvitedGetsAnAccountAMembershipAndAMail() {
        invite();
        workOnce();
        assertThat(keycloak.asked())
                .containsExactly(
                        "GET /organizations", "GET /users", "POST /users", "POST /organizations/org-1/members", MAIL);
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void aTenantWithoutAnOrganisationGetsOne() {
        keycloak.is("GET", "/organizations", 200, "[]");
        invite();
        workOnce();
        assertThat(keycloak.asked()).contains("POST /organizations", "POST /organizations/made-1/members", MAIL);
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void whatIsThereAlreadyIsAsGoodAsMade() {
        keycloak.is("GET", "/users", 200, account("\"emailVerified\":false,\"requiredActions\":[\"VERIFY_EMAIL\"]"))
                .is("POST", "/organizations/org-1/members", 409, "{}")
                .is("PUT", "/users/acc-1", 204, "");
        invite();
        workOnce();
        assertThat(keycloak.asked()).doesNotContain("POST /users").contains("PUT /users/acc-1/execute-actions-email");
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void whoHasAnAccountOfTheirOwnGetsNoMail() {
        keycloak.is("GET", "/users", 200, account("\"emailVerified\":true,\"requiredActions\":[]"));
        invite();
        workOnce();
        assertThat(keycloak.asked()).last().isEqualTo("POST /organizations/org-1/members");
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void theAccountOfSomebodyErasedIsNoMoreAndNobodyNamesIt() {
        keycloak.is("GET", "/organizations/members/acc-1/organizations", 200, "[]")
                .is("DELETE", "/organizations/org-1/members/acc-1", 204, "")
                .is("DELETE", "/users/acc-1", 204, "");
        sayFarewell();
        workOnce();
        assertThat(keycloak.asked()).last().isEqualTo("DELETE /users/acc-1");
        assertThat(state()).isEqualTo("DONE 0");
        assertThat(links()).containsOnly("");
    }

    @Test
    void whomAnotherTenantHasKeepsTheAccount() {
        keycloak.is("GET", "/organizations/members/acc-1/organizations", 200, "[{\"id\":\"org-2\"}]")
                .is("DELETE", "/organizations/org-1/members/acc-1", 204, "");
        sayFarewell();
        workOnce();
        assertThat(keycloak.asked())
                .contains("DELETE /organizations/org-1/members/acc-1")
                .doesNotContain("DELETE /users/acc-1");
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void anAccountThatOtherProductsHaveTooStays() {
        keycloak.shared().is("DELETE", "/organizations/org-1/members/acc-1", 204, "");
        sayFarewell();
        workOnce();
        assertThat(keycloak.asked()).last().isEqualTo("DELETE /organizations/org-1/members/acc-1");
    }

    @Test
    void aKeycloakThatFailsIsAskedAgainLaterAndNotBefore() {
        keycloak.is("POST", "/users", 500, "{}");
        invite();
        workOnce();
        assertThat(state()).isEqualTo("WAITING 1 UNREACHABLE");
        keycloak.forget();
        clock.turn(Duration.ofSeconds(4));
        workOnce();
        assertThat(keycloak.asked()).isEmpty();
        keycloak.is("POST", "/users", 201, "");
        clock.turn(Duration.ofSeconds(1));
        workOnce();
        assertThat(state()).isEqualTo("DONE 1");
    }

    @Test
    void aKeycloakThatHangsHoldsNothingUpForLong() {
        keycloak.is("POST", "/users", ScriptedKeycloak.HANG, "");
        invite();
        workOnce();
        assertThat(state()).isEqualTo("WAITING 1 UNREACHABLE");
    }

    @Test
    void aKeycloakThatIsNotThereIsWaitedForAndGivenUpAtLast() {
        keycloak.close();
        invite();
        for (var failure = 1; failure < Retry.MOST; failure++) {
            workOnce();
            assertThat(state()).isEqualTo("WAITING " + failure + " UNREACHABLE");
            clock.turn(Duration.ofMinutes(20));
        }
        workOnce();
        assertThat(state()).isEqualTo("FAILED 12 UNREACHABLE");
    }

    @Test
    void mailThatCannotBeSentIsSaidToBeThat() {
        keycloak.is("PUT", "/users/made-1/execute-actions-email", 500, "{}");
        invite();
        workOnce();
        assertThat(state()).isEqualTo("WAITING 1 MAIL_NOT_SENT");
    }

    @Test
    void rightsThatAreMissingMayBeGivenMeanwhile() {
        keycloak.is("POST", "/users", 403, "{}");
        invite();
        workOnce();
        assertThat(state()).isEqualTo("WAITING 1 NOT_ALLOWED");
        keycloak.is("POST", "/token", 401, "{}");
        clock.turn(Duration.ofMinutes(6));
        workOnce();
        assertThat(state()).isEqualTo("WAITING 2 NOT_ALLOWED");
    }

    @Test
    void whatIsRefusedIsNotAskedAgain() {
        keycloak.is("POST", "/users", 400, "{}");
        invite();
        workOnce();
        assertThat(state()).isEqualTo("FAILED 1 REFUSED");
    }

    @Test
    void anAccountThatIsShutStaysShut() {
        keycloak.is(
                "GET",
                "/users",
                200,
                account("\"emailVerified\":true").replace("\"enabled\":true", "\"enabled\":false"));
        invite();
        workOnce();
        assertThat(state()).isEqualTo("FAILED 1 ACCOUNT_SHUT");
        assertThat(keycloak.asked()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void onePersonIsInvitedOnceUntilItFailsOrIsAskedForAgain() {
        invite();
        invite();
        workOnce();
        invite();
        workOnce();
        assertThat(keycloak.asked()).filteredOn(MAIL::equals).hasSize(1);
        inTransaction(OURS, sql -> provisioning(sql, provisioning -> provisioning.inviteAgain(user)));
        workOnce();
        assertThat(keycloak.asked()).filteredOn(MAIL::equals).hasSize(2);
    }

    @Test
    void whatADeadNodeLeftInTheMiddleIsDoneByAnother() {
        invite();
        inTransaction(OURS, sql -> store(sql).claim(5).size());
        workOnce();
        assertThat(keycloak.asked()).isEmpty();
        clock.turn(Duration.ofMinutes(4));
        inTransaction(OURS, sql -> store(sql).recover(Duration.ofMinutes(3)));
        workOnce();
        assertThat(state()).isEqualTo("DONE 0");
    }

    @Test
    void anotherTenantSeesAndDoesNothingOfIt() {
        invite();
        Tenancy.within(THEIRS, () -> work.workSome());
        assertThat(keycloak.asked()).isEmpty();
        assertThat(tasks(THEIRS)).isEmpty();
    }

    @Test
    void withoutSettingsNothingIsNoted() {
        inTransaction(OURS, sql -> {
            var off = new Provisioning();
            off.tasks = store(sql);
            off.config = Optional::empty;
            off.haveOrganisation();
            off.invite(user);
            off.endSessions(user);
            return off;
        });
        assertThat(tasks(OURS)).isEmpty();
    }

    private static List<UUID> tasks(TenantId tenant) {
        return inTransaction(tenant, sql -> sql.query("select id from identity_task", row -> row.uuid("id")));
    }

    private static String account(String more) {
        return "[{\"id\":\"acc-1\",\"enabled\":true," + more + "}]";
    }

    private void invite() {
        inTransaction(OURS, sql -> provisioning(sql, provisioning -> provisioning.invite(user)));
    }

    private void sayFarewell() {
        inTransaction(OURS, sql -> provisioning(sql, provisioning -> provisioning.farewell(user, "acc-1")));
    }

    private static List<String> links() {
        return inTransaction(
                OURS,
                sql -> sql.query(
                        "select link from identity_task",
                        row -> row.optionalText("link").orElse("")));
    }

    private void workOnce() {
        Tenancy.within(OURS, () -> work.workSome());
    }

    private String state() {
        return inTransaction(
                        OURS,
                        sql -> sql.query(
                                "select state, failures, failure from identity_task order by id desc",
                                row -> row.code("state", TaskState.class) + " " + row.integer("failures")
                                        + row.optionalInteger("failure")
                                                .map(code -> " " + Codes.constant(TaskFailure.class, code))
                                                .orElse("")))
                .get(0);
    }

    private Provisioning provisioning(Sql sql, Consumer<Provisioning> wish) {
        var provisioning = new Provisioning();
        provisioning.tasks = store(sql);
        provisioning.config = () -> Optional.of(keycloak.access());
        wish.accept(provisioning);
        return provisioning;
    }

    private IdentityTaskStore store(Sql sql) {
        var store = new IdentityTaskStore();
        store.sql = sql;
        store.clock = clock;
        return store;
    }

    private WorkIdentityTasks worker(ScriptedKeycloak server) {
        var worker = new WorkIdentityTasks();
        worker.config = () -> Optional.of(server.access());
        worker.keycloak = new KeycloakAdmin(worker.config, clock);
        worker.clock = clock;
        worker.chance = () -> 0.5;
        worker.outbox = new IdentityOutbox() {
            @Override
            List<IdentityTask> take(int most) {
                return inTransaction(Tenancy.required(), sql -> store(sql).claim(most));
            }

            @Override
            void record(IdentityTaskStore.Outcome outcome) {
                inTransaction(Tenancy.required(), sql -> {
                    store(sql).record(outcome);
                    return outcome;
                });
            }
        };
        return worker;
    }

    private static <T> T inTransaction(TenantId tenant, Function<Sql, T> work) {
        return inTransaction(tenant, work, TestDatabase.APP);
    }

    /** One transaction, as the container would make it. */
    private static <T> T inTransaction(TenantId tenant, Function<Sql, T> work, String role) {
        try (var connection = database.as(role)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.tenant = '" + tenant + "'");
            }
            var answer = Tenancy.within(tenant, () -> work.apply(Sql.on(connection)));
            connection.commit();
            return answer;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A clock that stands until it is turned. */
    private static final class TurnedClock extends Clock {
        private Instant now = NOON;

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
