package se.aviso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.demo.Api;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** Previews invoices of five lines to member after member, one at a time over REST, and sorts how long each took. */
final class OneOffRun {
    private static final int WARM_UPS = 200;
    private static final int TIMES = 1_000;
    private static final double TARGET_MS = 60;

    void measureNewDemo() throws IOException, InterruptedException {
        var own = OwnFolder.of("oneoff");
        var folder = own.data();
        try (var product = AvisoProcess.of("demo", folder, Map.of())) {
            product.await(note -> note.fact("circle.seconds").isPresent());
            measure(folder);
        }
        own.delete();
    }

    void measure(DataFolder folder) {
        var note = RunNote.read(folder).orElseThrow(() -> new Refusal("No demo runs on " + folder.root() + "."));
        var issuer = note.fact("issuer").orElse("");
        var keycloak = new KeycloakHttp(issuer.substring(0, issuer.indexOf("/realms/")));
        var api = new Api(note.fact("base-url").orElse(""), () -> token(keycloak));
        var bills = bills(api);
        var millis = new double[TIMES];
        for (var at = -WARM_UPS; at < TIMES; at++) {
            var began = System.nanoTime();
            var shown = api.post("invoices?preview=true", "", bills.get(Math.floorMod(at, bills.size())));
            if (at >= 0) {
                millis[at] = (System.nanoTime() - began) / 1e6;
            } else if (!shown.get("total").asText().equals("720.00")) {
                throw new Refusal("The preview comes to something else: " + shown);
            }
        }
        print(millis);
    }

    private static void print(double[] millis) {
        Arrays.sort(millis);
        var figures = new Figures("oneoff");
        figures.number("previews", TIMES);
        figures.number("p50 ms", millis[TIMES / 2]);
        figures.number("p95 ms", TARGET_MS, millis[TIMES * 95 / 100]);
        figures.number("p99 ms", millis[TIMES * 99 / 100]);
        figures.print();
    }

    /** Two products, a discount, a line of words and a line by hand, to each of a page of members. */
    private static List<Object> bills(Api api) {
        var group = root(api);
        var number = "B" + UUID.randomUUID().toString().substring(0, 8);
        api.post(
                "products",
                "",
                Map.of(
                        "groupId",
                        group,
                        "number",
                        number,
                        "names",
                        Map.of("sv", "Tröja", "en", "Shirt"),
                        "unit",
                        "st",
                        "price",
                        "250.00",
                        "vat",
                        "STANDARD",
                        "account",
                        3051));
        var lines = List.of(
                Map.of("kind", "TEXT", "text", "Höstens läger"),
                Map.of("kind", "PRODUCT", "product", number, "quantity", 2),
                Map.of("kind", "PRODUCT", "product", number, "text", "Tröja, barn", "unit", "150.00"),
                free("Rabatt", "-50.00", "STANDARD"),
                free("Buss", "120.00", "LOW"));
        var bills = new ArrayList<Object>();
        api.get("members?limit=100&status=ACTIVE")
                .get("items")
                .forEach(member -> bills.add(
                        Map.of("groupId", group, "memberId", member.get("id").asText(), "lines", lines)));
        return bills;
    }

    private static Map<String, Object> free(String text, String unit, String vat) {
        return Map.of("kind", "FREE", "text", text, "unit", unit, "vat", vat, "account", 3051);
    }

    private static String root(Api api) {
        JsonNode groups = api.get("groups").get("items");
        return groups.get(0).get("id").asText();
    }

    private static String token(KeycloakHttp keycloak) {
        try {
            return keycloak.demoToken("office", DemoUsers.PASSWORD);
        } catch (IOException broken) {
            throw new Refusal("Keycloak does not answer.", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
