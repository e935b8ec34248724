package se.aviso.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves one of each thing in the demo that the circle itself does not make, so that its page has something to show.
 * What is there already is left as it is.
 */
final class Sights {
    private final Api api;

    Sights(Api api) {
        this.api = api;
    }

    void leave() {
        var federation = api.get("groups").get("items").get(0).get("id").asText();
        var invoice = api.get("invoices?kind=CLAIM&limit=1").get("items").get(0);
        product(federation);
        surplus();
        refund();
        rule();
        draft(invoice);
        batch(invoice.get("groupId").asText());
        stop(invoice.get("memberId").asText());
        simulation(federation);
        proposal(invoice.get("groupId").asText());
    }

    /** What each seller has booked in the first year leaves for the general ledger. */
    void export() {
        if (!isEmpty("accounting-exports")) {
            return;
        }
        var sellers = api.all("invoices").stream()
                .map(invoice -> invoice.get("sellerGroupId").asText())
                .distinct()
                .toList();
        for (var seller : sellers) {
            var wish = Map.of("sellerGroupId", seller, "firstDay", "2027-01-01", "lastDay", "2027-12-31");
            api.post("accounting-exports", "sights-export-" + seller, wish);
        }
    }

    /** Two who have joined since are billed when somebody approves it; one of them cannot be reached. */
    private void proposal(String group) {
        if (!isEmpty("invoice-runs?state=PREVIEWED")) {
            return;
        }
        member(group, "Tuva", Map.of("email", "tuva.sandell@example.org", "channel", "EMAIL"));
        member(group, "Viggo", Map.of());
        var run = api.post(
                        "invoice-runs",
                        "sights-proposal",
                        Map.of("kind", "SELECTION", "groupId", group, "preview", true))
                .get("id")
                .asText();
        Api.await(
                "the proposal",
                () -> !api.get("invoice-runs/" + run).get("state").asText().equals("RUNNING"));
    }

    private void member(String group, String name, Map<String, String> contact) {
        var type = api.all("membership-types").stream()
                .filter(each -> each.get("slug").asText().equals("vuxen"))
                .findFirst()
                .orElseThrow();
        var membership = Map.of("groupId", group, "typeId", type.get("id").asText());
        var member = new HashMap<String, Object>(contact);
        member.putAll(Map.of(
                "givenName", name, "familyName", "Sandell", "born", "1991-04-23", "memberships", List.of(membership)));
        api.post("members", "sights-member-" + name, member);
    }

    private void product(String group) {
        if (isEmpty("products?groupId=" + group)) {
            api.post(
                    "products",
                    "sights-product",
                    Map.of(
                            "groupId",
                            group,
                            "number",
                            "100",
                            "names",
                            Map.of("sv", "Fjällhandboken", "en", "The mountain guide"),
                            "unit",
                            "st",
                            "price",
                            "145.00",
                            "vat",
                            "LOW",
                            "account",
                            3051));
        }
    }

    /** What somebody paid too much is kept, and their next invoice takes it. */
    private void surplus() {
        if (!isEmpty("invoices?product=100")) {
            return;
        }
        for (var payment : waiting("OVERPAID")) {
            var kept = api.post("payments/" + payment + "/credits", "sights-surplus", Map.of());
            var settled = kept.at("/allocations/0/invoiceId").asText();
            var invoice = api.get("invoices/" + settled);
            var bill = Map.of(
                    "groupId", invoice.get("groupId").asText(),
                    "memberId", invoice.get("memberId").asText(),
                    "lines", book());
            api.post("invoices", "sights-credit", bill);
            return;
        }
    }

    /** What came from somebody unknown goes back when somebody makes the bank's file. */
    private void refund() {
        if (!isEmpty("refunds")) {
            return;
        }
        for (var payment : waiting("UNKNOWN_REFERENCE")) {
            var wish = Map.of(
                    "amount", "100.00", "accountKind", "ACCOUNT", "account", "6789-123456789", "payee", "Nils Berg");
            api.post("payments/" + payment + "/refunds", "sights-refund", wish);
            return;
        }
    }

    /** What comes from somebody who has paid for a member before is that member's. */
    private void rule() {
        if (!isEmpty("payment-rules")) {
            return;
        }
        for (var row : api.get("payments?suspense=false&limit=20").get("items")) {
            var payment = api.get("payments/" + row.get("id").asText());
            var settled = payment.at("/allocations/0/invoiceId").asText();
            if (payment.at("/payer/name").asText().strip().contains(" ") && !settled.isEmpty()) {
                var member = api.get("invoices/" + settled).get("memberId").asText();
                var wish = Map.of("paymentId", payment.get("id").asText(), "kind", "NAME", "memberId", member);
                api.post("payment-rules", "sights-rule", wish);
                return;
            }
        }
    }

    private List<String> waiting(String reason) {
        var found = new ArrayList<String>();
        api.get("payments?limit=1&reason=" + reason)
                .get("items")
                .forEach(payment -> found.add(payment.get("id").asText()));
        return found;
    }

    private void draft(JsonNode of) {
        if (isEmpty("invoice-drafts")) {
            var bill = Map.of(
                    "groupId",
                    of.get("groupId").asText(),
                    "memberId",
                    of.get("memberId").asText(),
                    "lines",
                    book());
            api.post("invoice-drafts", "sights-draft", bill);
        }
    }

    private void batch(String group) {
        if (isEmpty("invoice-batches")) {
            api.post("invoice-batches", "sights-batch", Map.of("groupId", group, "lines", book()));
        }
    }

    private static List<Map<String, Object>> book() {
        return List.of(Map.of("kind", "PRODUCT", "product", "100", "quantity", 1));
    }

    private void stop(String member) {
        var path = "members/" + member + "/dunning-stops";
        if (isEmpty(path)) {
            api.post(path, "sights-stop", Map.of("note", "Har fått anstånd på telefon."));
        }
    }

    private void simulation(String group) {
        if (isEmpty("simulations")) {
            api.post("simulations", "sights-simulation", Map.of("months", 6, "groupId", group));
        }
        Api.await(
                "the simulation",
                () -> api.all("simulations").stream()
                        .noneMatch(
                                simulation -> simulation.get("state").asText().equals("RUNNING")));
    }

    private boolean isEmpty(String list) {
        return api.get(list).get("items").isEmpty();
    }
}
