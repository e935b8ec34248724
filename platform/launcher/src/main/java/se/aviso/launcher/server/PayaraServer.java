package se.aviso.launcher.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.settings.ServerSettings;

/** Payara Micro in this process, serving the product at the root of its address. */
public final class PayaraServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ITS_OWN_HOOK = "Payara Micro Shutdown Hook";
    private final ServerSettings settings;
    private final DataFolder folder;
    private @Nullable PayaraMicroRuntime runtime;

    public PayaraServer(ServerSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Boots the server, deploys the application and returns when it says that it is ready. */
    public void start(Distribution distribution) throws IOException, InterruptedException {
        var war = distribution.war();
        if (!Files.exists(war)) {
            throw new Refusal("There is no application at " + war + ": build it first.");
        }
        var root = folder.file("server");
        deleteTree(root); // what an earlier run left would be deployed a second time
        Files.createDirectories(root);
        trust(distribution);
        var booted = boot(root);
        runtime = booted;
        boolean deployed = booted.deploy("aviso", "/", war.toFile());
        // it answers true even when the application's own start failed
        if (!deployed || !booted.getDeployedApplicationNames().contains("aviso")) {
            throw failed();
        }
        new Readiness(readyAddress()).await(PATIENCE).ifPresent(reason -> {
            throw new Refusal(
                    "The application did not become ready: " + reason + "; the log is in " + folder.log() + ".");
        });
    }

    /** Names the server's own code to its security policy, which its one-jar start would do. */
    private static void trust(Distribution distribution) {
        System.setProperty("fish.payara.micro.UnpackDir", distribution.home().toString());
    }

    private PayaraMicroRuntime boot(Path root) throws IOException {
        var log = new ServerLog(folder.log());
        log.takeStandardStreams();
        var logging = log.writeConfiguration();
        try {
            var micro = PayaraMicro.getInstance();
            micro.setNoHazelcast(true);
            micro.setPreBootHandler(
                    runner -> new Listener(settings).settings().forEach(setting -> runner.run("set", setting)));
            micro.setRootDir(root.toFile()).setHttpPort(settings.port()).setPrintLogo(false);
            micro.setLogPropertiesFile(logging.toFile());
            return micro.bootStrap();
        } catch (BootstrapException e) {
            throw new Refusal(
                    "The server did not start: " + e.getMessage() + "; the log is in " + folder.log() + ".", e);
        }
    }

    private Refusal failed() throws IOException {
        var reason = new ServerLog(folder.log())
                .latestFailure()
                .map(text -> ": " + text)
                .orElse("");
        return new Refusal("The application could not be deployed" + reason + "; the log is in " + folder.log() + ".");
    }

    private String readyAddress() {
        var host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        return "http://" + host + ":" + settings.port() + "/health/ready";
    }

    /** Stops the server, or waits until its own hook, which runs beside ours at Ctrl-C, has stopped it. */
    @Override
    public void close() {
        var running = runtime;
        if (running == null) {
            return;
        }
        try {
            running.shutdown();
        } catch (BootstrapException | IllegalStateException stoppingAlready) {
            for (var thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(ITS_OWN_HOOK)) {
                    join(thread);
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
