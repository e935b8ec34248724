package se.aviso.launcher.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.process.GuardedChild;
import se.aviso.launcher.process.Programs;
import se.aviso.launcher.server.Readiness;
import se.aviso.launcher.settings.MailSettings;

/** A local Keycloak as a child process, its data in a database of its own in the embedded PostgreSQL. */
public final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int BUILD_SECONDS = 300;
    private static final String JVM = "-Xms64m -Xmx256m -XX:+UseSerialGC -XX:MaxMetaspaceSize=192m -Xss512k"
            + " -XX:ReservedCodeCacheSize=64m -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8"
            + " -XX:+ExitOnOutOfMemoryError";

    private final Path home;
    private final DataFolder folder;
    private final Secrets secrets;
    private final int port;
    private final GuardedChild child;

    private Keycloak(Path home, DataFolder folder, int databasePort) throws IOException, InterruptedException {
        this.home = home;
        this.folder = folder;
        this.secrets = new Secrets(folder);
        this.port = port(folder);
        prepare();
        this.child = GuardedChild.start(
                List.of(home.resolve("bin/kc.sh").toString(), "start", "--optimized"),
                environment(databasePort),
                folder.log().resolve("keycloak-start.log"));
    }

    /** Starts Keycloak; {@link #awaitRealm} waits for it. */
    public static Keycloak start(Path home, DataFolder folder, int databasePort)
            throws IOException, InterruptedException {
        return new Keycloak(home, folder, databasePort);
    }

    /** The port of this data folder's Keycloak, running or not. */
    public static int port(DataFolder folder) {
        return new Ports(folder).of("keycloak");
    }

    /** Compiles Keycloak for our database and cache: once for a distribution, minutes saved at each later start. */
    private void prepare() throws IOException, InterruptedException {
        var done = home.resolve("lib/prepared-for-aviso");
        try (var channel = FileChannel.open(
                        home.resolve("lib/prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (Files.exists(done) || !lock.isValid()) {
                return;
            }
            Console.say("Preparing Keycloak, once for this build ...");
            var log = folder.log().resolve("keycloak-start.log");
            var build = List.of(home.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--cache=local");
            if (Programs.run(build, log, BUILD_SECONDS) != 0) {
                throw new Refusal("Keycloak could not be prepared; its words are in " + log + ".");
            }
            Files.writeString(done, "db=postgres cache=local\n");
        }
    }

    private Map<String, String> environment(int databasePort) {
        var values = new HashMap<String, String>();
        values.put("JAVA_HOME", System.getProperty("java.home"));
        values.put("JAVA_OPTS", JVM);
        values.put("MALLOC_ARENA_MAX", "2");
        values.put("KC_CACHE", "local"); // else it would listen for a cluster
        values.put("KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/keycloak");
        values.put("KC_DB_USERNAME", "keycloak");
        values.put("KC_DB_PASSWORD", secrets.of("postgresql.keycloak"));
        values.put("KC_DB_POOL_MAX_SIZE", "10");
        values.put("KC_HTTP_ENABLED", "true");
        values.put("KC_HTTP_HOST", "127.0.0.1");
        values.put("KC_HTTP_PORT", Integer.toString(port));
        values.put("KC_HOSTNAME", "http://localhost:" + port);
        values.put("KC_BOOTSTRAP_ADMIN_USERNAME", RealmKeeper.ADMIN);
        values.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        values.put("KC_LOG", "file");
        values.put("KC_LOG_FILE", folder.log().resolve("keycloak.log").toString());
        return values;
    }

    /** Waits until Keycloak answers and our realm is there, its clients knowing the product's address. */
    public void awaitRealm(String baseUrl, MailSettings mail, boolean demo) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + port;
        var end = System.nanoTime() + PATIENCE.toNanos();
        var ready = new Readiness(address + "/realms/master");
        while (ready.await(Duration.ofSeconds(1)).isPresent()) {
            if (!child.isAlive() || System.nanoTime() > end) {
                throw new Refusal("Keycloak did not start; its words are in " + folder.log() + ".");
            }
        }
        new RealmKeeper(address, secrets, mail).keep(baseUrl, demo);
    }

    @Override
    public void close() {
        child.close();
    }
}
