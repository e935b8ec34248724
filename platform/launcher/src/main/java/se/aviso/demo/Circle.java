package se.aviso.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.aviso.demo.Bank.Bill;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.keycloak.KeycloakHttp;

/**
 * Runs the circle on the demo tenants, one after the other: join, bill, pay, remind, renew, lapse, pay late.
 *
 * <p>Every step has a key of its own, so that a circle that was broken off goes on where it stood, and one that is
 * whole changes nothing.
 */
public final class Circle {
    private static final int LATE_WEEKS = 5;
    private static final LocalDate RENEWALS_PAID = LocalDate.of(2027, 12, 15);

    private static final Place STANDARD = new Place("demo", "office", "alingsas", true);
    private static final Place ENTERPRISE = new Place("enterprise-demo", "enterprise", "skar-lysekil", false);

    private final Place place;
    private final Api api;
    private final Runs runs;
    private final Path inbox;
    private final Map<String, String> bankgiros = new HashMap<>();
    private final LocalDate start = LocalDate.of(2027, 1, 4);

    private Circle(Place place) {
        var issuer = System.getProperty("aviso.oidc.issuer", "");
        var address = issuer.substring(0, issuer.indexOf("/realms/"));
        var password = System.getProperty("aviso.demo.password", "");
        this.place = place;
        this.api = new Api(System.getProperty("aviso.base-url", ""), () -> token(address, place.user(), password));
        this.runs = new Runs(api);
        this.inbox = Path.of(System.getProperty("aviso.data.dir", "data"), "inbox", place.tenant());
    }

    /**
     * Where a circle runs.
     *
     * @param user the tenant's admin
     * @param club whose form somebody joins by
     * @param told whether it is told step by step
     */
    private record Place(String tenant, String user, String club, boolean told) {}

    /** Runs the circle against the product that the system properties name. */
    public static void main(String[] args) {
        try {
            runOnce();
        } catch (Refusal refusal) {
            fail(refusal.sentence());
        } catch (UncheckedIOException broken) {
            var reason = String.valueOf(broken.getMessage());
            fail("The circle broke off, " + reason.replaceFirst("^(\\w+\\.)+", "") + ".");
        }
    }

    private static void fail(String sentence) {
        Console.complain(sentence);
        System.exit(1);
    }

    private static void runOnce() {
        var first = new Circle(STANDARD);
        first.run();
        first.tell(
                "8. A product, drafts, a surplus, a refund, a stop of reminders, a simulation and a run to approve are there to see.");
        new Sights(first.api).leave();
        first.tell(
                "9. The same for a tenant of the edition ENTERPRISE, whose accounts and prices are rules of its own.");
        var second = new Circle(ENTERPRISE);
        second.run();
        new Sights(second.api).export();
        Figures.tell(first.api);
    }

    private void run() {
        tell("1. A person joins by the public form.");
        join();
        tell("2. All other members get their first invoice by a run.");
        runs.finish(startRun());
        awaitMail();
        tell("3. The bank's files arrive: one by upload, two in the watched folder.");
        pay(bills("kind=CLAIM&occasion=FIRST&issuedTo=" + start, invoice -> true), start.plusDays(7), 1);
        tell("4. Forty-five days later the unpaid are reminded, and half of them pay.");
        move(start.plusDays(45));
        payReminded(start.plusDays(50));
        tell("5. Periods near their end: claims and offers for the next ones go out.");
        move(LocalDate.of(2027, 6, 5));
        move(LocalDate.of(2027, 12, 6));
        awaitMail();
        tell("6. Most renewals are paid, half of the offers are taken, the rest lapse.");
        payRenewals(RENEWALS_PAID);
        move(LocalDate.of(2028, 3, 20));
        awaitMail();
        tell("7. Week by week some of the late ones pay.");
        payLate(LocalDate.of(2028, 2, 14));
    }

    private void tell(String sentence) {
        if (place.told()) {
            Console.say(sentence);
        }
    }

    private void join() {
        api.post(
                "sign-ups/" + place.club(),
                "circle-join",
                Map.of(
                        "person",
                        Map.of(
                                "givenName",
                                "Maj-Britt",
                                "familyName",
                                "Östlund",
                                "born",
                                "1961-05-17",
                                "email",
                                "maj-britt.ostlund@example.org"),
                        "typeId",
                        "vuxen",
                        "paymentOption",
                        "AVI",
                        "channel",
                        "EMAIL",
                        "consents",
                        List.of("privacy")));
    }

    private String startRun() {
        return api.post("invoice-runs", "circle-first", Map.of("kind", "SELECTION", "businessDate", start.toString()))
                .get("id")
                .asText();
    }

    private void awaitMail() {
        Api.await("all mail to be sent", () -> {
            var counts = api.get("dispatches?limit=1").get("counts");
            return List.of("EMAIL QUEUED", "EMAIL PREPARING", "EMAIL HANDED_OVER").stream()
                    .noneMatch(counts::has);
        });
    }

    /** Moves the tenant's day, unless it has come so far already, and waits until all that fell due is done. */
    private void move(LocalDate day) {
        if (LocalDate.parse(api.get("business-date").get("businessDate").asText())
                .isAfter(day)) {
            return;
        }
        var moved = api.post("business-date", "circle-" + day, Map.of("businessDate", day.toString()));
        moved.get("runs").forEach(run -> runs.finish(run.get("id").asText()));
    }

    private void pay(Map<String, List<Bill>> bills, LocalDate day, int serial) {
        var number = serial;
        for (var giro : bills.entrySet()) {
            var file = Bank.file(giro.getKey(), Bank.paymentsWithSlips(giro.getValue()), day, number);
            if (number == serial) {
                api.upload("bank-files?name=bgmax-" + number + ".txt", file);
            } else {
                drop("bgmax-" + number + ".txt", file);
            }
            number++;
        }
    }

    private void payReminded(LocalDate day) {
        var serial = 11;
        var reminded = bills(
                "kind=CLAIM&occasion=FIRST&issuedTo=" + start,
                invoice -> invoice.get("dunningLevel").asInt() > 0);
        for (var giro : reminded.entrySet()) {
            upload("reminded", giro.getKey(), Bank.everyNth(giro.getValue(), 2, 0), day, serial);
            serial++;
        }
    }

    private void payRenewals(LocalDate day) {
        var serial = 21;
        var claims = bills("kind=CLAIM&occasion=RENEWAL&issuedTo=" + day, invoice -> !invoice.has("offerId"));
        for (var giro : claims.entrySet()) {
            upload("renewals", giro.getKey(), Bank.paymentsWithSlips(giro.getValue()), day, serial);
            serial++;
        }
        for (var giro : bills("kind=OFFER&issuedTo=" + day, invoice -> true).entrySet()) {
            upload("offers", giro.getKey(), Bank.everyNth(giro.getValue(), 2, 0), day, serial);
            serial++;
        }
    }

    /**
     * Those pay who were reminded of what fell due after the renewals were paid; that stays so when they pay, and so a
     * circle that goes on pays the same.
     */
    private void payLate(LocalDate firstMonday) {
        var serial = 31;
        var reminded = bills(
                "kind=CLAIM&occasion=RENEWAL&dueFrom=" + RENEWALS_PAID.plusDays(1),
                invoice -> invoice.get("dunningLevel").asInt() > 0);
        for (var week = 0; week < LATE_WEEKS; week++) {
            for (var giro : reminded.entrySet()) {
                var payers = Bank.everyNth(giro.getValue(), LATE_WEEKS * 2, week);
                if (!payers.isEmpty()) {
                    upload("late", giro.getKey(), payers, firstMonday.plusWeeks(week), serial);
                }
                serial++;
            }
        }
    }

    private void upload(String name, String bankgiro, List<OutgoingPayment> payments, LocalDate day, int serial) {
        api.upload("bank-files?name=" + name + "-" + serial + ".txt", Bank.file(bankgiro, payments, day, serial));
    }

    /** Puts a file where the product picks files up, under its name only when it is whole. */
    private void drop(String name, byte[] bytes) {
        try {
            Files.createDirectories(inbox);
            var part = inbox.resolve(name + ".part");
            Files.write(part, bytes);
            Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Api.await(name + " to be picked up", () -> !Files.exists(inbox.resolve(name)));
    }

    /** Invoices by the bankgiro number that they are paid to, in the order of their numbers. */
    private Map<String, List<Bill>> bills(String criteria, Predicate<JsonNode> wanted) {
        var bills = new TreeMap<String, TreeMap<Long, Bill>>();
        for (var invoice :
                api.all("invoices?" + criteria).stream().filter(wanted).toList()) {
            var bankgiro = bankgiro(invoice.get("sellerGroupId").asText());
            bills.computeIfAbsent(bankgiro, giro -> new TreeMap<>())
                    .put(invoice.get("number").asLong(), bill(invoice, bankgiro));
        }
        var lists = new TreeMap<String, List<Bill>>();
        bills.forEach((giro, byNumber) -> lists.put(giro, List.copyOf(byNumber.values())));
        return lists;
    }

    private static Bill bill(JsonNode invoice, String bankgiro) {
        var ore = Long.parseLong(invoice.get("total").asText().replace(".", ""));
        return new Bill(invoice.get("ocr").asText(), ore, bankgiro);
    }

    private String bankgiro(String group) {
        return bankgiros.computeIfAbsent(
                group,
                id -> api.get("groups/" + id + "/billing-identity")
                        .get("bankgiro")
                        .get("value")
                        .asText());
    }

    private static String token(String address, String user, String password) {
        try {
            return new KeycloakHttp(address).demoToken(user, password);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
