package se.aviso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.demo.Api;
import se.aviso.demo.bank.BgMaxWriter;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.Deposit;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** Sends a BgMax file and a camt.054 file of payments, each of an open claim, and writes the first one's rows bare. */
final class ImportRun {
    /** A file pays each so manieth claim, so that the rows it touches lie apart. */
    static final int EVERY = 5;

    private static final String BANKGIRO = "9900002";
    private static final Map<String, String> WITH_DEMO_TENANT = Map.of("AVISO_MODE", "demo");
    private static final double BOOKED = 10_000;
    private static final double MEGA = 1024.0 * 1024;

    private final Figures figures = new Figures("import");
    private final int payments;
    private final int claims;

    ImportRun(int payments, int claims) {
        this.payments = payments;
        this.claims = claims;
    }

    void run() throws Exception {
        var own = OwnFolder.of("import");
        var folder = own.data();
        try (var product = AvisoProcess.of("start", folder, WITH_DEMO_TENANT)) {
            var note = product.await(found -> found.fact("all.seconds").isPresent());
            measure(folder, note);
        }
        own.delete();
        figures.print();
    }

    private void measure(DataFolder folder, RunNote note) throws Exception {
        var tenant = TenantConnection.tenant(folder, "demo");
        plant(folder, tenant.toString(), 1);
        var day = today(api(note));
        var bgmax = bgmax(paying(folder, tenant, 0), day);
        var camt = new CamtWriter(BANKGIRO).notification("BENCH", day, paying(folder, tenant, 1));
        figures.number("payments", payments);
        figures.number("open claims", claims);
        figures.number("parse per s", 200_000, new ParseOnly("bank-bgmax", bgmax).perSecond());
        figures.number("camt parse per s", 60_000, new ParseOnly("bank-camt", camt).perSecond());
        var heap = new LiveHeap(note.pid());
        var before = heap.bytes();
        var booked = book(api(note), "bgmax", bgmax);
        figures.number("booked per s", BOOKED, booked.perSecond());
        figures.number(
                "camt booked per s", BOOKED, book(api(note), "camt", camt).perSecond());
        figures.number("heap growth MB", (heap.bytes() - before) / MEGA);
        var other = UUID.randomUUID();
        plant(folder, other.toString(), EVERY);
        var limit = new BareBooking(folder, tenant, other).perSecond(booked.file());
        figures.number("limit, booked per s", limit);
        figures.ratio("limit ratio", 0.3, booked.perSecond() / limit);
        figures.number("undone per s", undo(api(note), booked.file()));
    }

    /** Takes the whole file back, by one act. */
    private double undo(Api api, UUID file) {
        var began = System.nanoTime();
        api.post("bank-files/" + file + ":undo", UUID.randomUUID().toString(), Map.of("reason", "bench"));
        return payments / ((System.nanoTime() - began) / 1e9);
    }

    private void plant(DataFolder folder, String tenant, int every) throws SQLException {
        Console.say(claims / every + " open claims are written ...");
        try (var owner = owner(folder)) {
            var planting = new Planting(owner);
            planting.enter(tenant);
            if (every > 1) {
                planting.addTenant(tenant, "limit-" + tenant);
            }
            planting.plantClaims(tenant, claims, every);
            planting.settle();
        }
    }

    private static Connection owner(DataFolder folder) throws SQLException {
        var settings = TenantConnection.settings(folder);
        return DriverManager.getConnection(settings.url(), settings.ownerUser(), settings.ownerPassword());
    }

    /** One payment for each fifth claim, by its reference and of its amount. */
    private List<OutgoingPayment> paying(DataFolder folder, UUID tenant, int remainder) throws SQLException {
        try (var connection = TenantConnection.open(folder, tenant)) {
            return connection.transaction(open -> {
                var found = new ArrayList<OutgoingPayment>();
                try (var statement = open.prepareStatement("select ocr, total from invoice where giro = ? "
                        + "and number % ? = ? order by number limit ?")) {
                    statement.setString(1, "bankgiro:" + BANKGIRO);
                    statement.setInt(2, EVERY);
                    statement.setInt(3, remainder);
                    statement.setInt(4, payments);
                    try (var row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(OutgoingPayment.checked(
                                    "Betalare " + row.getString(1), row.getString(1), row.getLong(2)));
                        }
                    }
                }
                return found;
            });
        }
    }

    private static byte[] bgmax(List<OutgoingPayment> paying, LocalDate day) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BgMaxWriter.write(Map.of(BANKGIRO, paying), new Deposit(day.atTime(6, 0), day, 1, 1), bytes);
        return bytes.toByteArray();
    }

    /** A file that is booked. */
    private record Booked(UUID file, int payments, double seconds) {
        double perSecond() {
            return payments / seconds;
        }
    }

    private Booked book(Api api, String name, byte[] bytes) {
        var began = System.nanoTime();
        var file = api.upload("bank-files?name=" + name, bytes);
        var seconds = (System.nanoTime() - began) / 1e9;
        requireAllMatched(file);
        return new Booked(UUID.fromString(file.get("id").asText()), payments, seconds);
    }

    private void requireAllMatched(JsonNode file) {
        if (file.get("matched").asInt() != payments) {
            throw new Refusal("Not all payments were matched: " + file);
        }
    }

    private static LocalDate today(Api api) {
        return LocalDate.parse(api.get("business-date").get("businessDate").asText());
    }

    private static Api api(RunNote note) {
        var issuer = note.fact("issuer").orElse("");
        var keycloak = new KeycloakHttp(issuer.substring(0, issuer.indexOf("/realms/")));
        return new Api(note.fact("base-url").orElse(""), () -> RunsRun.token(keycloak));
    }
}
