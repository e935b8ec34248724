package se.aviso.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.server.Readiness;

/** The distribution as an operator starts it: a process of its own on a data folder of its own. */
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** All users of a test come from here, and many of them with bad intent. */
    private static final Map<String, String> MANY_FROM_ONE_ADDRESS =
            Map.of("AVISO_LIMITS_BAD_TOKENS", "1000000", "AVISO_LIMITS_LOG_IN", "1000000");

    private final Path data;
    private final int port;
    private final String command;
    private final Map<String, String> settings;
    private Process process;

    private Product(Path data, int port, String command, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.command = command;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts on a fresh data folder and returns when it is ready. */
    static Product start() {
        return start(Map.of());
    }

    /** Starts with some settings of the environment. */
    static Product start(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "AVISO_MODE",
                "development",
                "AVISO_OIDC_ISSUER",
                Issuer.get().address(),
                "AVISO_OIDC_AUDIENCE",
                Issuer.AUDIENCE,
                "AVISO_OIDC_CLIENT_SECRET",
                "unused",
                "AVISO_SFTP_SETTLE_SECONDS",
                "1",
                "AVISO_TENANT_CONFIG_DIR",
                tenants().toString()));
        all.putAll(MANY_FROM_ONE_ADDRESS);
        all.putAll(TestPlugins.in(build()));
        all.putAll(settings);
        return start("start", all);
    }

    /** Starts as one of several nodes on a database that they share. */
    static Product node(TestDatabase database) {
        return start(Map.of(
                "AVISO_DB_URL",
                database.url(),
                "AVISO_DB_USER",
                TestDatabase.APP,
                "AVISO_DB_PASSWORD",
                database.password(),
                "AVISO_DB_OWNER_USER",
                TestDatabase.OWNER,
                "AVISO_DB_OWNER_PASSWORD",
                database.password(),
                "AVISO_SECRETS_MASTER_KEY",
                "a master key of tests and of nothing else"));
    }

    /** Starts as in production: on an external database, behind one proxy, with nobody to vouch for users. */
    static Product production(TestDatabase database) {
        var all = new HashMap<>(SignedPlugins.in(build()));
        all.putAll(inProduction(database));
        return start("start", all);
    }

    private static Map<String, String> inProduction(TestDatabase database) {
        return Map.ofEntries(
                Map.entry("AVISO_MODE", "production"),
                Map.entry("AVISO_BASE_URL", "https://aviso.example"),
                Map.entry("AVISO_HTTP_TRUSTED_PROXIES", "1"),
                Map.entry("AVISO_HTTP_PATIENCE_SECONDS", "5"),
                Map.entry("AVISO_OIDC_ISSUER", "https://127.0.0.1:1"),
                Map.entry("AVISO_OIDC_JWKS_URI", Issuer.get().address() + "/keys"),
                Map.entry("AVISO_OIDC_CLIENT_SECRET", "unused"),
                Map.entry("AVISO_MAIL_HOST", "127.0.0.1"),
                Map.entry("AVISO_SECRETS_MASTER_KEY", "a master key of tests and of nothing else"),
                Map.entry("AVISO_DB_URL", database.url()),
                Map.entry("AVISO_DB_USER", TestDatabase.APP),
                Map.entry("AVISO_DB_PASSWORD", database.password()),
                Map.entry("AVISO_DB_OWNER_USER", TestDatabase.OWNER),
                Map.entry("AVISO_DB_OWNER_PASSWORD", database.password()));
    }

    /** Starts the demo: with its Keycloak, its users and its data. */
    public static Product demo() {
        return start("demo", MANY_FROM_ONE_ADDRESS);
    }

    private static Product start(String command, Map<String, String> settings) {
        try {
            var product = new Product(Files.createTempDirectory(build(), "data-"), Ports.anyFree(), command, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(product::close, "product-closing"));
            product.awaitReady();
            return product;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path build() {
        try {
            return Files.createDirectories(Path.of(System.getProperty("aviso.build", "target")))
                    .toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** The data folder. */
    public Path data() {
        return data;
    }

    /** The folder from which bank files of a tenant are picked up. */
    Path inbox(String tenant) {
        return data.resolve("inbox").resolve(tenant);
    }

    public Client as(String tenant, String user) {
        return new Client(baseUrl(), Issuer.get().token(tenant, tenant + "-" + user));
    }

    public Client admin(String tenant) {
        return as(tenant, "admin");
    }

    public Client withToken(String token) {
        return new Client(baseUrl(), token);
    }

    public Books books() {
        return new Books(data);
    }

    /** True while the server runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** The server's process. */
    long pid() {
        return process.pid();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts again on the same data. */
    void startAgain() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private void awaitReady() {
        var ready = new Readiness(baseUrl() + "/health/ready");
        Waiting.until("the product to be ready; its words are in " + data.resolve("start.log"), PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the product ended: " + words());
            }
            return ready.ask().isEmpty();
        });
    }

    /** What the server has told its log so far. */
    String log() {
        return read("log/server.0.log");
    }

    private String words() {
        return read("start.log");
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Process launch() {
        var home = distribution();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = List.of(
                java,
                "@" + home.resolve("jvm.options"),
                "-XX:TieredStopAtLevel=1", // much code that runs a few times: the second compiler would cost more than
                // it saves
                "-jar",
                home.resolve("aviso.jar").toString(),
                command,
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("start.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("AVISO_"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(settings);
        try {
            return builder.directory(new File(".")).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the launcher's build has put the product together. */
    public static Path distribution() {
        var home = Path.of(System.getProperty("aviso.distribution", "../launcher/target/aviso"))
                .toAbsolutePath()
                .normalize();
        for (var part : List.of("aviso.jar", "app/aviso.war", "plugins", "postgresql")) {
            if (Files.notExists(home.resolve(part))) {
                throw new IllegalStateException(
                        "There is no " + part + " in " + home + ": build the whole product first, with mvn package.");
            }
        }
        return home;
    }

    private static Path tenants() {
        try {
            var folder = Product.class.getResource("/tenants");
            if (folder == null) {
                throw new IllegalStateException("no tenants to test with");
            }
            return Path.of(new URI(folder.toString()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
