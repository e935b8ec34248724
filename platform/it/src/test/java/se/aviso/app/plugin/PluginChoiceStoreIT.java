package se.aviso.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.it.TestDatabase;
import se.aviso.kernel.TenantId;
import se.aviso.plugin.SilentPlugins;

/** What is decided of plugins is known on a real database though they run no more, and can be turned off then. */
class PluginChoiceStoreIT {
    private static final TenantId TENANT = new TenantId(new UUID(9, 9));

    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT.value(), "val");
        try (var connection = connect(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("insert into group_node (tenant_id, id, kind, slug, name, path) select '" + TENANT.value()
                    + "', md5('g' || n)::uuid, 2, 'klubb-' || n, 'Klubben ' || n, '/0000' || n || '/' "
                    + "from generate_series(1, 2) n");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whatAPluginOfferedIsKnownOnTheWayDownToAGroup() throws SQLException {
        on(store -> {
            keep(store, "for-all", "null", "array['AccountingRules', 'ConnectionTest']");
            keep(store, "for-one", "md5('g1')::uuid", "null");
            var forAll = new SilentPlugins.Decision(
                    "for-all", "/", true, Optional.of(Set.of("AccountingRules", "ConnectionTest")));
            assertThat(store.above("/00001/"))
                    .containsExactlyInAnyOrder(
                            forAll, new SilentPlugins.Decision("for-one", "/00001/", true, Optional.empty()));
            assertThat(store.above("/00002/")).containsExactly(forAll);
            assertThat(store.decisions()).hasSize(2).contains(forAll);
            store.noteOffers(
                    Map.of("for-one", Set.of("DispatchChannel", "ConnectionTest"), "for-all", Set.of("PricePosition")));
            assertThat(store.decisions())
                    .as("what is known stays")
                    .containsExactlyInAnyOrder(
                            forAll,
                            new SilentPlugins.Decision(
                                    "for-one",
                                    "/00001/",
                                    true,
                                    Optional.of(Set.of("DispatchChannel", "ConnectionTest"))));
        });
    }

    @Test
    void whatIsTurnedOffWhileItDoesNotRunKeepsItsSecrets() throws SQLException {
        on(store -> {
            keep(store, "gone", "null", "null");
            var former = store.find("gone", Optional.empty()).orElseThrow();
            store.sql.update("update plugin_choice set master = 'a key', secrets = '\\x0708'");
            store.turnOff(former, "somebody");
            assertThat(store.sql.query(
                            "select concat_ws(' ', turned_on, version, changed_by, settings, master, encode(secrets, 'hex')) "
                                    + "as kept from plugin_choice",
                            row -> row.text("kept")))
                    .containsExactly("f 1 somebody {\"host\": \"good.example\"} a key 0708");
        });
    }

    private static void keep(PluginChoiceStore store, String plugin, String group, String offers) {
        store.sql.update(
                "insert into plugin_choice (tenant_id, id, plugin, group_id, turned_on, settings, offers, changed_at,"
                        + " changed_by) select '" + TENANT.value() + "', gen_random_uuid(), '" + plugin + "', " + group
                        + ", true, '{\"host\": \"good.example\"}', " + offers + ", now(), 'test'");
    }

    /** Does it as the application, and takes it back. */
    private static void on(Consumer<PluginChoiceStore> work) throws SQLException {
        try (var connection = connect(TestDatabase.APP)) {
            connection.setAutoCommit(false);
            Tenancy.within(TENANT, () -> work.accept(store(connection)));
            connection.rollback();
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // as the container would
    private static PluginChoiceStore store(Connection connection) {
        var store = new PluginChoiceStore();
        store.sql = Sql.on(connection);
        store.clock = Clock.systemUTC();
        return store;
    }

    private static Connection connect(String role) throws SQLException {
        var connection = database.as(role);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + TENANT.value() + "', false)");
        }
        return connection;
    }
}
