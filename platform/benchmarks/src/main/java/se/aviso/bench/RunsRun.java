package se.aviso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import se.aviso.demo.Api;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** Renews a tenth of the members first, then all the others, and writes the rows of these once more, bare. */
final class RunsRun {
    private static final Set<String> ENDS = Set.of("DONE", "FAILED", "CANCELLED");
    private static final Map<String, String> WITH_DEMO_TENANT = Map.of("AVISO_MODE", "demo");
    private static final double TARGET = 10_000;
    private static final int LIMIT_MEMBERS = 50_000;
    private static final double MEGA = 1024.0 * 1024;

    private final Figures figures = new Figures("runs");
    private final int members;

    RunsRun(int members) {
        this.members = members;
    }

    /** A run that has ended, and how long it took. */
    record Ended(UUID id, long done, double seconds) {
        double perSecond() {
            return done / seconds;
        }
    }

    void run() throws Exception {
        var own = OwnFolder.of("runs");
        var folder = own.data();
        try (var product = AvisoProcess.of("start", folder, WITH_DEMO_TENANT)) {
            var note = product.await(found -> found.fact("all.seconds").isPresent());
            measure(folder, note);
        }
        own.delete();
        figures.print();
    }

    private void measure(DataFolder folder, RunNote note) throws Exception {
        var api = api(note);
        var heap = new LiveHeap(note.pid());
        var tenant = TenantConnection.tenant(folder, "demo");
        try (var database = TenantConnection.open(folder, tenant)) {
            var many = new ManyMembers(database);
            many.add(0, members / 10);
            TenantConnection.analyze(folder);
            renew(api);
            figures.number("heap MB, after a tenth", heap.bytes() / MEGA);
            many.add(members / 10, members / 10 + members);
            TenantConnection.analyze(folder);
        }
        var run = renew(api);
        figures.number("invoices", (double) run.done());
        figures.number("seconds", run.seconds());
        figures.number("heap MB, after all", heap.bytes() / MEGA);
        figures.number("invoices per s", TARGET, run.perSecond());
        var limit = new BareInserts(folder, tenant, UUID.randomUUID()).perSecond(run.id(), LIMIT_MEMBERS);
        figures.number("limit, invoices per s", limit);
        figures.ratio("limit ratio", 0.3, run.perSecond() / limit);
    }

    static Api api(RunNote note) {
        var issuer = note.fact("issuer").orElse("");
        var keycloak = new KeycloakHttp(issuer.substring(0, issuer.indexOf("/realms/")));
        return new Api(note.fact("base-url").orElse(""), () -> token(keycloak));
    }

    static String token(KeycloakHttp keycloak) {
        try {
            return keycloak.demoToken("office", DemoUsers.PASSWORD);
        } catch (IOException broken) {
            throw new Refusal("Keycloak does not answer.", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    static Ended renew(Api api) throws InterruptedException {
        long began = System.nanoTime();
        var id = api.post("invoice-runs", UUID.randomUUID().toString(), Map.of("kind", "RENEWAL"))
                .get("id")
                .asText();
        JsonNode seen = api.get("invoice-runs/" + id);
        while (!ENDS.contains(seen.get("state").asText())) {
            TimeUnit.MILLISECONDS.sleep(50);
            seen = api.get("invoice-runs/" + id);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (!seen.get("state").asText().equals("DONE") || seen.get("failed").asLong() > 0) {
            throw new Refusal("The run ended so: " + seen);
        }
        return new Ended(UUID.fromString(id), seen.get("done").asLong(), seconds);
    }
}
