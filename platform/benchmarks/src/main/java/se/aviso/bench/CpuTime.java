package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Stream;
import se.aviso.launcher.data.DataFolder;

/**
 * The time that processors have given to the server, to its database and to the benchmark itself since they began:
 * unlike the clock on the wall it says much the same where others are at work on the machine. A connection of the
 * database that has ended takes its own time with it.
 */
record CpuTime(Duration server, Duration database, Duration bench) {
    /** @param server the server's process id */
    static CpuTime of(long server, DataFolder folder) throws IOException {
        return new CpuTime(
                used(ProcessHandle.of(server).stream()),
                used(ProcessHandle.of(postmaster(folder)).stream()
                        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))),
                used(Stream.of(ProcessHandle.current())));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(server.minus(before.server), database.minus(before.database), bench.minus(before.bench));
    }

    /** It is nobody's child: the server ends before it. */
    private static long postmaster(DataFolder folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.root().resolve("postgresql/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
