package se.aviso.launcher.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.FolderLock;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.keycloak.Keycloak;
import se.aviso.launcher.mail.MailSinkProcess;
import se.aviso.launcher.postgres.EmbeddedPostgres;
import se.aviso.launcher.process.ChildJvm;
import se.aviso.launcher.server.PayaraServer;
import se.aviso.launcher.settings.DatabaseSettings;
import se.aviso.launcher.settings.IdentitySettings;
import se.aviso.launcher.settings.MailSettings;
import se.aviso.launcher.settings.Mode;
import se.aviso.launcher.settings.SecretSettings;
import se.aviso.launcher.settings.ServerSettings;
import se.aviso.launcher.settings.Settings;

/** The whole product on one data folder: started part by part, ended in reverse. */
final class Product implements AutoCloseable {
    private final Distribution distribution = Distribution.running();
    private final Closing closing = new Closing().atExit();
    private final DataFolder folder;
    private final Settings settings;
    private final ServerSettings server;
    private final Map<String, String> properties = new HashMap<>();
    private @Nullable EmbeddedPostgres postgres;

    Product(DataFolder folder, Settings settings, Mode mode) {
        this.folder = folder;
        this.settings = settings;
        this.server = ServerSettings.of(mode, settings);
    }

    /** Starts everything and returns when the product is ready. */
    void start(boolean withKeycloak) throws Exception {
        try {
            startParts(withKeycloak);
        } catch (Refusal refusal) {
            throw folder.fullDisk()
                    .map(sentence -> new Refusal(sentence, refusal))
                    .orElse(refusal);
        }
    }

    /** Starts something beside the product; it ends before the product does. */
    <T extends AutoCloseable> T beside(Callable<T> part) throws Exception {
        return closing.start(part);
    }

    private void startParts(boolean withKeycloak) throws Exception {
        long begin = System.nanoTime();
        if (!withKeycloak && IdentitySettings.external(settings).isEmpty()) {
            throw IdentitySettings.nobodyVouches();
        }
        closing.start(() -> FolderLock.take(folder));
        server.requireFreePort();
        RunNote.write(folder, Map.of());
        properties.putAll(server.asProperties());
        properties.putAll(database().asProperties());
        properties.putAll(secrets().asProperties());
        var mail = mail();
        properties.putAll(mail.asProperties());
        var keycloak = keycloak();
        folders();
        publish();
        var payara = closing.start(() -> new PayaraServer(server, folder));
        payara.start(distribution);
        double serverSeconds = seconds(begin);
        if (keycloak.isPresent()) {
            keycloak.get().awaitRealm(server.baseUrl(), mail, server.mode() == Mode.DEMO);
        }
        note(serverSeconds, seconds(begin));
        warnOfPlainHttp();
    }

    private void warnOfPlainHttp() {
        if (server.mode() != Mode.PRODUCTION) {
            Console.say(
                    "This is " + server.mode().key() + " mode on plain HTTP: HSTS and the cookie's Secure and __Host-"
                            + " are off. Production mode turns them on.");
        }
    }

    private DatabaseSettings database() throws Exception {
        var external = DatabaseSettings.external(settings);
        if (external.isPresent()) {
            return external.get();
        }
        Console.say("Starting PostgreSQL ...");
        var started = startPostgres();
        postgres = started;
        return started.settings();
    }

    private SecretSettings secrets() {
        return SecretSettings.external(settings).orElseGet(() -> SecretSettings.local(new Secrets(folder)));
    }

    private MailSettings mail() throws Exception {
        var external = MailSettings.external(settings);
        if (external.isPresent()) {
            return external.get();
        }
        var sink = closing.start(() -> MailSinkProcess.start(new ChildJvm(distribution), folder));
        return MailSettings.sink(sink.port());
    }

    private Optional<Keycloak> keycloak() throws Exception {
        var external = IdentitySettings.external(settings);
        if (external.isPresent()) {
            properties.putAll(external.get().asProperties());
            return Optional.empty();
        }
        int databasePort = keycloakDatabase().port();
        var started = closing.start(() -> Keycloak.start(distribution.keycloak(), folder, databasePort));
        Console.say("Starting Keycloak and the server ...");
        properties.putAll(IdentitySettings.local(settings, Keycloak.port(folder), new Secrets(folder))
                .asProperties());
        return Optional.of(started);
    }

    /** Keycloak's database stands in the embedded PostgreSQL, also where the product's own is external. */
    private EmbeddedPostgres keycloakDatabase() throws Exception {
        var running = postgres;
        return running != null ? running : startPostgres();
    }

    private EmbeddedPostgres startPostgres() throws Exception {
        return closing.start(
                () -> EmbeddedPostgres.start(distribution.postgres(), folder).watched(this::giveUp));
    }

    /** Without its database the product is of no use: this process ends, and with it all parts. */
    private void giveUp(String sentence) {
        folder.fullDisk().ifPresent(Console::complain);
        Console.complain(sentence);
        System.exit(1);
    }

    private void folders() {
        put("aviso.plugins.dir", distribution.plugins().toString());
        properties.put("aviso.plugins.shipped", distribution.shippedPlugins().toString());
        put("aviso.plugins.allow-list", distribution.allowList().toString());
        put("aviso.tenant-config.dir", distribution.tenantConfig().toString());
        put("aviso.inbox.dir", folder.folder("inbox").toString());
        put("aviso.data.dir", folder.root().toString());
    }

    private void put(String key, String otherwise) {
        properties.put(key, settings.get(key, otherwise));
    }

    /** Hands the settings to the application: it reads them by MicroProfile Config. */
    private void publish() {
        settings.file().forEach(properties::putIfAbsent);
        properties.forEach(System::setProperty);
    }

    private void note(double serverSeconds, double allSeconds) {
        RunNote.write(
                folder,
                Map.of(
                        "base-url", server.baseUrl(),
                        "mode", server.mode().key(),
                        "issuer", properties.getOrDefault("aviso.oidc.issuer", ""),
                        "server.seconds", String.format(java.util.Locale.ROOT, "%.1f", serverSeconds),
                        "all.seconds", String.format(java.util.Locale.ROOT, "%.1f", allSeconds)));
        closing.onClose(() -> RunNote.remove(folder));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The address that users open. */
    String baseUrl() {
        return server.baseUrl();
    }

    /** What a program beside the product needs to know of it. */
    Map<String, String> facts() {
        return Map.of(
                "aviso.base-url", server.baseUrl(),
                "aviso.oidc.issuer", properties.getOrDefault("aviso.oidc.issuer", ""),
                "aviso.data.dir", folder.root().toString());
    }

    @Override
    public void close() {
        closing.close();
    }
}
