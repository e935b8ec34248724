package se.aviso.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;
import se.aviso.launcher.settings.DatabaseSettings;

/** Asks a list of the running product for pages over REST, and the owner of its tables for the same by SQL. */
final class Asking {
    static final double TARGET_MS = 50;
    static final double PERCENTILE = 0.95;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    /** Of a list such as {@code invoices}, as the demo's office. */
    Asking(RunNote note, String list) throws IOException, InterruptedException {
        var issuer = note.fact("issuer").orElseThrow();
        token = new KeycloakHttp(issuer.substring(0, issuer.indexOf("/realms/")))
                .demoToken("office", DemoUsers.PASSWORD);
        address = note.fact("base-url").orElseThrow() + "/api/v1/" + list;
    }

    /** A search: its address behind the list's, and the same in SQL. */
    record Wish(String query, List<String> conditions) {}

    /** Milliseconds from the request to the last byte of the answer. */
    double[] ask(List<Wish> wishes) throws IOException, InterruptedException {
        var millis = new double[wishes.size()];
        for (var i = 0; i < millis.length; i++) {
            var request = HttpRequest.newBuilder(
                            URI.create(address + wishes.get(i).query()))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var began = System.nanoTime();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != 200) {
                throw new Refusal(answer.statusCode() + " to " + request.uri() + ": " + answer.body());
            }
        }
        return millis;
    }

    /** Which sort of search it is that takes the time; the wishes come round by round, in the order of the sorts. */
    static void bySort(Figures figures, List<String> sorts, double[] millis) {
        for (var sort = 0; sort < sorts.size(); sort++) {
            var first = sort;
            var own = IntStream.range(0, millis.length)
                    .filter(at -> at % sorts.size() == first)
                    .mapToDouble(at -> millis[at])
                    .toArray();
            figures.number(sorts.get(sort) + " p95 ms", percentile(own, PERCENTILE));
        }
    }

    /** How long the quickest of those statements takes. */
    static double quickest(Connection owner, String... statements) throws SQLException {
        var best = Double.MAX_VALUE;
        for (var sql : statements) {
            var began = System.nanoTime();
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e6);
        }
        return best;
    }

    static double percentile(double[] millis, double part) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }

    /** The demo's tenant. */
    static String tenant(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select id from tenant where demo order by id limit 1")) {
            if (!rows.next()) {
                throw new Refusal("The demo has no tenant.");
            }
            return rows.getString(1);
        }
    }

    /** As the owner of the tables. */
    static Connection owner(DataFolder folder) throws SQLException, IOException {
        var port = new PrivateProperties(folder.file("ports.properties")).read().getOrDefault("postgresql", "0");
        var database = DatabaseSettings.embedded(Integer.parseInt(port), new Secrets(folder));
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
