package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.launcher.process.Programs;

/** PostgreSQL's server process, by its own tool {@code pg_ctl}. */
final class Postmaster {
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 60;
    private static final int ATTEMPTS = 5;
    private static final int BETWEEN_ATTEMPTS_MILLIS = 1_000;

    private final Path programs;
    private final Path cluster;
    private final Path log;

    Postmaster(Path programs, Path cluster, Path log) {
        this.programs = programs;
        this.cluster = cluster;
        this.log = log;
    }

    /**
     * Starts the server. One left over from a launcher that was killed is stopped first; a lock file that no server
     * stands behind, as after a power cut, is removed.
     */
    void start() throws IOException, InterruptedException {
        stop();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (pgCtl(START_SECONDS, "start", "-w", "-t", Integer.toString(START_SECONDS), "-l", log.toString()) == 0) {
                return;
            }
            // backends of a killed server may need a moment to notice and leave its shared memory
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        }
        throw new IOException("PostgreSQL did not start; its words are in " + log);
    }

    /** Stops the server if it runs; committed work is on disk already, open work is rolled back. */
    void stop() throws IOException, InterruptedException {
        if (running().isPresent()) {
            pgCtl(STOP_SECONDS, "stop", "-w", "-t", Integer.toString(STOP_SECONDS), "-m", "fast");
        } else {
            Files.deleteIfExists(lockFile());
        }
    }

    /** The running server of this very cluster. */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(lockFile())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(lockFile());
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    /** A process id in a stale lock file may belong to somebody else by now. */
    private boolean isOurs(ProcessHandle handle) {
        var line = handle.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(cluster.toString());
    }

    private Path lockFile() {
        return cluster.resolve("postmaster.pid");
    }

    private int pgCtl(int seconds, String verb, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(AsUser.prefix());
        command.addAll(List.of(programs.resolve("bin/pg_ctl").toString(), verb, "-s", "-D", cluster.toString()));
        command.addAll(List.of(options));
        return Programs.run(command, log, seconds + STOP_SECONDS);
    }
}
