package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.aviso.launcher.process.Programs;

/** PostgreSQL's data on disk: made once, configured at each start. */
final class Cluster {
    private static final int INIT_SECONDS = 180;

    private final Path programs;
    private final Path folder;
    private final Path log;

    Cluster(Path programs, Path folder, Path log) {
        this.programs = programs;
        this.folder = folder;
        this.log = log;
    }

    Path data() {
        return folder.resolve("data");
    }

    /**
     * Makes the cluster if there is none: beside its place first, then moved, so that a crash leaves none or a whole
     * one.
     */
    void make(String superuserPassword) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            return;
        }
        var fresh = folder.resolve("new");
        deleteTree(fresh);
        var passwordFile = Files.createTempFile(folder, "password", ".txt");
        try {
            Files.writeString(passwordFile, superuserPassword + "\n");
            init(fresh, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(fresh.resolve("postgresql.conf"), "include 'aviso.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void init(Path fresh, Path passwordFile) throws IOException, InterruptedException {
        var command = new ArrayList<>(AsUser.prefix());
        command.addAll(List.of(programs.resolve("bin/initdb").toString(), "-D", fresh.toString(), "-U", "postgres"));
        command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (Programs.run(command, log, INIT_SECONDS) != 0) {
            throw new IOException("PostgreSQL's data folder could not be made; initdb's words are in " + log);
        }
    }

    /** Writes what we ask of the server: above all that what it calls committed is on disk. */
    void configure(int port) throws IOException {
        var memory = Memory.ofMachine();
        Files.writeString(data().resolve("aviso.conf"), """
                # written by the launcher at each start
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100
                shared_buffers = %dMB
                effective_cache_size = %dMB
                random_page_cost = 1.1
                max_wal_size = 4GB
                timezone = 'UTC'
                log_timezone = 'UTC'
                jit = off
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                """.formatted(
                        port,
                        memory.sharedMegabytes(),
                        memory.cacheMegabytes(),
                        log.toAbsolutePath().getParent()));
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
