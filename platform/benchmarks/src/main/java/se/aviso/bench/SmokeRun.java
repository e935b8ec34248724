package se.aviso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;

/** Starts an empty product twice and then the demo, and reads from outside what they took. */
final class SmokeRun {
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** An issuer that nobody asks: so the product starts without a Keycloak beside it. */
    private static final Map<String, String> ISSUER_ELSEWHERE =
            Map.of("AVISO_OIDC_ISSUER", "http://localhost:9/realms/elsewhere", "AVISO_OIDC_CLIENT_SECRET", "unused");

    private final Figures figures = new Figures("smoke");

    int run() throws IOException, InterruptedException, SQLException {
        var empty = OwnFolder.of("smoke");
        figures.number("start seconds, empty folder", start(empty.data()));
        figures.number("start seconds, warm", 15, start(empty.data()));
        empty.delete();
        var circle = OwnFolder.of("smoke");
        var note = demo(circle.data());
        circle.delete();
        figures.print();
        return "0".equals(note.fact("circle.exit").orElse("")) ? 0 : 1;
    }

    /** Keycloak apart: from the command until the readiness address answers. */
    private static double start(DataFolder folder) throws IOException, InterruptedException {
        try (var product = AvisoProcess.of("start", folder, ISSUER_ELSEWHERE)) {
            product.await(note -> note.fact("server.seconds").isPresent());
            return product.seconds();
        }
    }

    private RunNote demo(DataFolder folder) throws IOException, InterruptedException, SQLException {
        try (var product = AvisoProcess.of("demo", folder, Map.of())) {
            product.await(note -> note.fact("all.seconds").isPresent());
            figures.number("start seconds, with a new Keycloak", product.seconds());
            var note = product.await(found -> found.fact("circle.seconds").isPresent());
            figures.number(
                    "circle seconds",
                    60,
                    Double.parseDouble(note.fact("circle.seconds").orElse("NaN")));
            figures.number("server resident MB", 700, residentKilobytes(note.pid()) / 1024.0);
            durability(folder);
            return note;
        }
    }

    private void durability(DataFolder folder) throws IOException, SQLException {
        var database = TenantConnection.settings(folder);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (var setting : DURABILITY) {
                try (var row = statement.executeQuery("SHOW " + setting)) {
                    figures.word(setting, row.next() ? row.getString(1) : "?");
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
}
