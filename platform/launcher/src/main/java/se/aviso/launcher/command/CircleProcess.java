package se.aviso.launcher.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.process.ChildJvm;

/** The circle as a child of this process, on our own terminal. */
final class CircleProcess implements AutoCloseable {
    private static final String PROGRAM = "se.aviso.demo.Circle";
    private static final int SIGNALS_FROM = 128;
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;

    private CircleProcess(Process process) {
        this.process = process;
    }

    /** Whether this build has a circle to run. */
    static boolean isThere() {
        return ChildJvm.has(PROGRAM);
    }

    /** Starts it on the product that these facts name. */
    static CircleProcess start(Map<String, String> facts) throws IOException {
        var properties = new HashMap<>(facts);
        properties.put("aviso.demo.password", DemoUsers.PASSWORD);
        return new CircleProcess(new ChildJvm(Distribution.running()).startHere(PROGRAM, properties, List.of()));
    }

    /** Waits until it ends, and answers its exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** What to say of a circle that ended so; nothing when it finished. */
    static Optional<String> complaint(int code, boolean productEndsToo) {
        if (code == 0) {
            return Optional.empty();
        }
        var how = code > SIGNALS_FROM ? "ended by signal " + (code - SIGNALS_FROM) : "exit code " + code;
        var again = productEndsToo ? "run ./aviso demo again" : "end this with Ctrl-C and run ./aviso demo again";
        return Optional.of("The circle did not finish (" + how + "): what it did stands; " + again
                + ", and it goes on from there.");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
