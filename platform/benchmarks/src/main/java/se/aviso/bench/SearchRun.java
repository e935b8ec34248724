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
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.PrivateProperties;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;
import se.aviso.launcher.settings.DatabaseSettings;

/** Asks the running product over REST, and the same of its tables by SQL written by hand. */
final class SearchRun {
    private static final int EACH = 20;
    private static final int OTHERS_INVOICES = 5_000;
    private static final double TARGET_MS = 50;
    private static final double PERCENTILE = 0.95;
    private static final long SEED = 5_12;

    private final int invoices;
    private final int tenants;
    private final Figures figures = new Figures("search");
    private final HttpClient client = HttpClient.newHttpClient();

    SearchRun(int invoices, int tenants) {
        this.invoices = invoices;
        this.tenants = tenants;
    }

    void measureNewDemo() throws IOException, InterruptedException, SQLException {
        var own = OwnFolder.of("search");
        var folder = own.data();
        try (var product = AvisoProcess.of("demo", folder, Map.of())) {
            product.await(found -> found.fact("circle.seconds").isPresent());
            measure(folder);
        }
        own.delete();
    }

    void measure(DataFolder folder) throws IOException, InterruptedException, SQLException {
        var note = RunNote.read(folder).orElseThrow(() -> new Refusal("No demo runs on " + folder.root() + "."));
        try (var owner = owner(folder)) {
            measure(note, owner);
        }
        figures.print();
    }

    private void measure(RunNote note, Connection owner) throws IOException, InterruptedException, SQLException {
        var planting = new Planting(owner);
        var tenant = tenant(owner);
        Console.say("The demo's tenant gets " + invoices + " invoices ...");
        planting.plant(tenant, "big", invoices);
        planting.settle();
        planting.enter(tenant);
        var mix = new SearchMix(owner, tenant, SEED);
        figures.word("seed", Long.toString(SEED));
        figures.number("invoices", invoices);
        var warm = mix.wishes(2);
        ask(note, warm);
        var alone = ask(note, mix.wishes(EACH));
        figures.number("search p50 ms", percentile(alone, 0.5));
        figures.number("search p95 ms", TARGET_MS, percentile(alone, PERCENTILE));
        others(planting);
        planting.enter(tenant);
        ask(note, warm);
        var wishes = mix.wishes(EACH);
        var beside = ask(note, wishes);
        figures.number("other tenants", tenants);
        figures.number("beside others p50 ms", percentile(beside, 0.5));
        figures.number("beside others p95 ms", TARGET_MS, percentile(beside, PERCENTILE));
        bySort(beside);
        var reference = reference(owner, tenant, wishes);
        figures.number("reference SQL p50 ms", percentile(reference, 0.5));
        figures.number("reference SQL p95 ms", percentile(reference, PERCENTILE));
    }

    /** Which sort of search it is that takes the time. */
    private void bySort(double[] millis) {
        var sorts = SearchMix.SORTS;
        for (var sort = 0; sort < sorts.size(); sort++) {
            var first = sort;
            var own = IntStream.range(0, millis.length)
                    .filter(at -> at % sorts.size() == first)
                    .mapToDouble(at -> millis[at])
                    .toArray();
            figures.number(sorts.get(sort) + " p95 ms", percentile(own, PERCENTILE));
        }
    }

    private void others(Planting planting) throws SQLException {
        Console.say(tenants + " other tenants get " + OTHERS_INVOICES + " each ...");
        for (var n = 0; n < tenants; n++) {
            var tenant = new UUID(0x7000L, 0x8000_0000_0000_0000L + n).toString();
            planting.addTenant(tenant, "other-" + n);
            planting.plant(tenant, "o" + n, OTHERS_INVOICES);
        }
        planting.settle();
    }

    /** Milliseconds from the request to the last byte of the answer. */
    private double[] ask(RunNote note, List<SearchMix.Wish> wishes) throws IOException, InterruptedException {
        var issuer = note.fact("issuer").orElseThrow();
        var token = new KeycloakHttp(issuer.substring(0, issuer.indexOf("/realms/")))
                .demoToken("office", DemoUsers.PASSWORD);
        var address = note.fact("base-url").orElseThrow() + "/api/v1/invoices";
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

    /**
     * The best that SQL by hand does for the ids of the same fifty, as the owner whom row-level security does not bind
     * for once: along the order or all of them sorted, whichever was the quicker.
     */
    private static double[] reference(Connection owner, String tenant, List<SearchMix.Wish> wishes)
            throws SQLException {
        owner.setAutoCommit(false);
        var planting = new Planting(owner);
        for (var table : List.of(
                "invoice",
                "settlement",
                "group_node",
                "dispatch",
                "reminder",
                "invoice_line",
                "period",
                "membership",
                "search_token")) {
            planting.execute("alter table " + table + " no force row level security");
        }
        var millis = new double[wishes.size()];
        for (var i = 0; i < millis.length; i++) {
            var found = "from invoice i join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
                    + "left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where i.tenant_id = '"
                    + tenant + "' and " + String.join(" and ", wishes.get(i).conditions());
            var order = wishes.get(i).query().contains("sort=-dueOn") ? "due_on" : "issued_on";
            millis[i] = Math.min(
                    time(owner, "select i.id " + found + " order by i." + order + " desc, i.id desc limit 51"),
                    time(
                            owner,
                            "with hit as materialized (select i.id, i." + order + " as k " + found
                                    + ") select id from hit order by k desc, id desc limit 51"));
        }
        owner.rollback();
        owner.setAutoCommit(true);
        return millis;
    }

    private static double time(Connection owner, String sql) throws SQLException {
        var began = System.nanoTime();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double percentile(double[] millis, double part) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }

    private static String tenant(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select id from tenant where demo order by id limit 1")) {
            if (!rows.next()) {
                throw new Refusal("The demo has no tenant.");
            }
            return rows.getString(1);
        }
    }

    private static Connection owner(DataFolder folder) throws SQLException, IOException {
        var port = new PrivateProperties(folder.file("ports.properties")).read().getOrDefault("postgresql", "0");
        var database = DatabaseSettings.embedded(Integer.parseInt(port), new Secrets(folder));
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
