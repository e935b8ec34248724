package se.aviso.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive us.
 *
 * <p>A small shell stands between: it ends the child when our end of its pipe closes, which the operating system does
 * even when we are killed. Both live in a session of their own, so that Ctrl-C reaches only us and we end them in
 * order.
 */
public final class GuardedChild implements AutoCloseable {
    private static final String GUARD = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            trap 'kill -TERM $child 2>/dev/null' TERM INT
            { cat <&3 >/dev/null; kill -TERM $child 2>/dev/null; } &
            exec 3<&-
            wait $child
            """;
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;

    private GuardedChild(Process process) {
        this.process = process;
    }

    /** Starts the child with these additions to the environment, its words in this log file. */
    public static GuardedChild start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        var guarded = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        var builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new GuardedChild(builder.start());
    }

    /** Whether the child still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        var family = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
