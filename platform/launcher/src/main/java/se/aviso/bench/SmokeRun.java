package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.settings.DatabaseSettings;

/** One demo on a fresh data folder, watched from outside. */
final class SmokeRun {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(8);
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Distribution distribution = Distribution.running();
    private final Map<String, String> figures = new LinkedHashMap<>();

    int run() throws IOException, InterruptedException, SQLException {
        var folder = DataFolder.open(Files.createTempDirectory("aviso-smoke"));
        var demo = demo(folder);
        try {
            var note = awaitCircle(demo, folder);
            measure(note, folder);
        } finally {
            demo.destroy();
            demo.waitFor();
        }
        print();
        return "0".equals(figures.get("circle exit")) ? 0 : 1;
    }

    private Process demo(DataFolder folder) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + distribution.home().resolve("jvm.options"));
        command.addAll(List.of(
                "-jar",
                distribution.jar().toString(),
                "demo",
                "--data",
                folder.root().toString()));
        command.addAll(List.of("--port", Integer.toString(Ports.anyFree())));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.file("demo.out").toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    private static RunNote awaitCircle(Process demo, DataFolder folder) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && demo.isAlive()) {
            var note = RunNote.read(folder)
                    .filter(read -> read.fact("circle.seconds").isPresent());
            if (note.isPresent()) {
                return note.get();
            }
            Thread.sleep(200);
        }
        throw new Refusal("The demo did not finish its circle; its words are in " + folder.file("demo.out") + ".");
    }

    private void measure(RunNote note, DataFolder folder) throws IOException, SQLException {
        figures.put("start seconds, Keycloak apart", note.fact("server.seconds").orElse("?"));
        figures.put("start seconds, Keycloak too", note.fact("all.seconds").orElse("?"));
        figures.put("circle seconds", note.fact("circle.seconds").orElse("?"));
        figures.put("circle exit", note.fact("circle.exit").orElse("?"));
        figures.put("server resident MB", Long.toString(residentKilobytes(note.pid()) >> 10));
        var port = new PrivateProperties(folder.file("ports.properties")).read().getOrDefault("postgresql", "0");
        var database = DatabaseSettings.embedded(Integer.parseInt(port), new Secrets(folder));
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (var setting : DURABILITY) {
                try (var row = statement.executeQuery("SHOW " + setting)) {
                    figures.put(setting, row.next() ? row.getString(1) : "?");
                }
            }
        }
    }

    private static long residentKilobytes(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }

    private void print() {
        figures.forEach((name, value) -> Console.say(String.format("%-32s %10s", name, value)));
        var pairs = figures.entrySet().stream().map(SmokeRun::pair).toList();
        Console.say("{\"bench\":\"smoke\"," + String.join(",", pairs) + "}");
    }

    private static String pair(Map.Entry<String, String> figure) {
        var name = figure.getKey().replace(",", "").replace(' ', '_');
        boolean number = figure.getValue().matches("-?\\d+(\\.\\d+)?");
        return "\"" + name + "\":" + (number ? figure.getValue() : "\"" + figure.getValue() + "\"");
    }
}
