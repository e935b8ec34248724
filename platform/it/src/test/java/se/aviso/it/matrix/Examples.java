package se.aviso.it.matrix;

import static java.util.Map.entry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import se.aviso.access.Role;
import se.aviso.it.BankFiles;
import se.aviso.it.Endpoints;
import se.aviso.it.matrix.Example.Reach;

/**
 * What is sent to each route of the API; one that has nothing here fails.
 *
 * <p>A new route gets a line: of what kind the thing in its path is ({@link Example#of}), or that it lists such things
 * ({@link Example#listing}), or that it names none ({@link Example#plain}); and what is sent, where something is. What
 * an allowed call changes must not disturb the calls after it: it is done again and again.
 */
final class Examples {
    static final Map<String, String> REASON = Map.of("reason", "Begärt av medlemmen");
    private static final Map<String, Object> CONCESSION =
            Map.of("kind", "PERCENT", "percent", 10, "reason", "Trogen", "firstDay", "2028-01-01");
    private static final byte[] LIST = "medlem;produkt\n999999999;ingen\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] PICTURE = picture();

    private final Map<String, List<Example>> all = new TreeMap<>();

    Examples() {
        groups();
        people();
        prices();
        invoices();
        money();
        bankFiles();
        runs();
        dunning();
        life();
        access();
        privacy();
        tenants();
        bankSources();
        others();
    }

    /** What is sent to the route; nothing where it has no example. */
    List<Example> of(Endpoints.Endpoint route) {
        return all.getOrDefault(name(route), List.of());
    }

    /** A path that takes two forms has two names. */
    String name(Endpoints.Endpoint route) {
        var byForm = route + " of " + route.mediaType();
        return all.containsKey(byForm) ? byForm : route.toString();
    }

    Set<String> routes() {
        return all.keySet();
    }

    private void on(String route, Example... examples) {
        all.put(route, List.of(examples));
    }

    private void groups() {
        var group = Example.of(Thing.GROUP);
        on("GET groups", Example.plain(), group.asking("parent=%s&limit=500"));
        on("POST groups", group.naming(Examples::club).or("bad-place"));
        on("GET groups/{id}", group);
        on("PATCH groups/{id}", group.sending(call -> Map.of("publicJoin", true)));
        on("GET groups/{id}/billing-identity", group);
        on("GET worst-cases", Example.plain());
        on("GET groups/{id}/wording", group);
        on("PUT groups/{id}/wording", group.sending(call -> Map.of("texts", List.of())));
        on("GET groups/{id}/wording/versions", group);
        on("POST groups/{id}/wording:preview", group.sending(call -> Map.of("kind", "FIRST", "language", "SV")));
        on("POST groups/{id}/wording:preview-mail", group.sending(call -> Map.of("kind", "FIRST", "language", "SV")));
        on("GET groups/{id}/looks", group);
        on("PUT groups/{id}/looks", group.sending(call -> Map.of("looks", List.of())));
        on("GET groups/{id}/looks/versions", group);
        on("GET groups/{id}/template", group);
        on("GET groups/{id}/template/versions", group);
        on(
                "PUT groups/{id}/template",
                group.reaching(Reach.WHOLE_TENANT)
                        .sending(call -> Map.of("look", "LUFTIG", "html", ""))
                        .or("template-edition"));
        on(
                "POST groups/{id}/template:preview",
                group.reaching(Reach.WHOLE_TENANT)
                        .sending(call -> Map.of("look", "LUFTIG", "html", "", "kind", "FIRST", "language", "SV"))
                        .or("template-edition"));
        on("GET groups/{id}/logo", group);
        on("PUT groups/{id}/logo", group.sending(call -> PICTURE));
        on(
                "POST groups/{id}:move",
                group.sending(Examples::where)
                        .withWhatStandsAbove()
                        .or("move-to-same-place", "unknown-group", "bad-place"));
    }

    private void people() {
        var group = Example.of(Thing.GROUP);
        on("GET members", Example.listing(Thing.MEMBER), group.asking("groupId=%s&limit=500"));
        on("POST members", group.naming(Examples::member));
        on("POST members:import", group.naming(Examples::members));
        on("GET members/{id}", Example.of(Thing.MEMBER));
        on("PATCH members/{id}", Example.of(Thing.MEMBER).sending(call -> Map.of("givenName", "Sam")));
    }

    private void prices() {
        on("GET membership-types", Example.plain());
        on("POST membership-types", Example.plain().reaching(Reach.WHOLE_TREE).sending(call -> type()));
        on("GET membership-types/{id}", Example.of(Thing.TYPE).reaching(Reach.TENANT));
        on(
                "PATCH membership-types/{id}",
                Example.plain()
                        .in(Thing.TYPE)
                        .reaching(Reach.WHOLE_TREE)
                        .sending(call -> Map.of("paymentTermDays", 30)));
        var price = Example.of(Thing.PRICE).in(Thing.TYPE);
        on("PUT price-lists/{id}/prices/{price}", price.sending(call -> price(call, "2031-01-01")));
        on("POST price-lists/{id}/prices/{price}:end", price.sending(call -> Map.of("from", "2033-01-01")));
        on(
                "DELETE price-lists/{id}/prices/{price}",
                Example.of(Thing.SPARE_PRICE).in(Thing.TYPE).or("not-found"));
        on("GET price-lists/{id}", Example.of(Thing.TYPE).reaching(Reach.TENANT));
        on(
                "POST price-lists/{id}/prices",
                Example.of(Thing.GROUP).naming(Examples::price).in(Thing.TYPE).or("price-ambiguous"));
        var membership = Example.of(Thing.MEMBERSHIP);
        on("GET memberships/{id}/concessions", membership);
        on("POST memberships/{id}/concessions", membership.sending(call -> CONCESSION));
        on("DELETE memberships/{id}/concessions/{concession}", membership.or("not-found"));
        var family = Example.of(Thing.MEMBER).or("not-found");
        on("GET members/{id}/family", family);
        on("PUT members/{id}/family", family.sending(Examples::family));
        on("DELETE members/{id}/family", family);
        on("GET group-shares/balances", Example.plain());
        on("GET group-shares/payouts", Example.plain());
        on("GET group-shares/payouts.csv", Example.plain());
        on("POST group-shares/payouts", Example.of(Thing.GROUP).naming(Examples::seller));
        on("POST group-shares/payouts:pay", Example.of(Thing.GROUP).naming(Examples::seller));
    }

    private static Object seller(Call call) {
        return Map.of("sellerGroupId", call.id(Thing.GROUP));
    }

    private static Object family(Call call) {
        var member = call.id(Thing.MEMBER);
        return Map.of("payerId", member, "memberIds", List.of(member));
    }

    private void invoices() {
        var group = Example.of(Thing.GROUP);
        on("GET invoices", Example.listing(Thing.INVOICE), group.asking("groupId=%s&limit=500"));
        on("GET invoices/export.csv", Example.plain().leavingATrace());
        on("GET invoices/export.xlsx", Example.plain().leavingATrace());
        on("GET saved-searches", Example.listing(Thing.SAVED_SEARCH).asking("list=INVOICES"));
        on("POST saved-searches", group.naming(Examples::search));
        on("GET saved-searches/{id}", Example.of(Thing.SAVED_SEARCH));
        on(
                "PUT saved-searches/{id}",
                Example.of(Thing.SAVED_SEARCH).sending(Examples::search).or("not-found"));
        on("DELETE saved-searches/{id}", Example.of(Thing.SPARE_SEARCH).or("not-found"));
        on("GET invoices/{id}", Example.of(Thing.INVOICE));
        on("GET invoices/{id}/document.pdf", Example.of(Thing.INVOICE));
        on("GET invoices/{id}/receipt", Example.of(Thing.INVOICE).or("conflict-not-paid"));
        on("GET invoices/{id}/receipt/document.pdf", Example.of(Thing.INVOICE).or("conflict-not-paid"));
        on("GET members/{id}/statements", Example.of(Thing.MEMBER));
        on("GET members/{id}/statements/{year}/{seller}", Example.of(Thing.MEMBER));
        on("GET members/{id}/statements/{year}/{seller}/document.pdf", Example.of(Thing.MEMBER));
        on("POST invoices", group.naming(Examples::bill).or("no-account"));
        on("POST invoices/{id}:issue", Example.of(Thing.SPARE_DRAFT).or("not-found"));
        on("GET invoice-drafts", Example.listing(Thing.DRAFT));
        on("POST invoice-drafts", group.naming(Examples::bill));
        on("GET invoice-drafts/{id}", Example.of(Thing.DRAFT));
        on("PUT invoice-drafts/{id}", Example.of(Thing.DRAFT).sending(Examples::bill));
        on("DELETE invoice-drafts/{id}", Example.of(Thing.SPARE_DRAFT).or("not-found"));
        on("GET invoice-batches", Example.listing(Thing.BATCH));
        on("POST invoice-batches", group.naming(Examples::bills));
        on(
                "POST invoice-batches of text/csv",
                group.asking("groupId=%s").sending(call -> LIST).or("csv-rows"));
        on("GET invoice-batches/{id}", Example.of(Thing.BATCH));
        on("DELETE invoice-batches/{id}", Example.of(Thing.SPARE_BATCH).or("batch-issued", "not-found"));
        on("POST invoice-batches/{id}:issue", Example.of(Thing.SPARE_BATCH).or("batch-issued", "not-found"));
        on("GET products", Example.listing(Thing.PRODUCT), group.asking("groupId=%s&limit=500"));
        on("POST products", group.naming(Examples::product));
        on("GET products/{id}", Example.of(Thing.PRODUCT));
        on("PATCH products/{id}", Example.of(Thing.PRODUCT).sending(call -> Map.of("unit", "st")));
        on(
                "GET ledger-entries",
                group.asking("sellerGroupId=%s&limit=500"),
                Example.of(Thing.INVOICE).asking("invoiceId=%s&limit=500"));
        on("GET ledger-entries/export.csv", Example.plain());
        on("GET ledger-entries/export.xlsx", Example.plain());
        on("GET ledger-entries/{id}", Example.of(Thing.ENTRY));
        on("GET ledger-balances", Example.plain(), group.asking("sellerGroupId=%s"));
        on("GET ledger-balances/export.csv", Example.plain());
        on("GET ledger-balances/export.xlsx", Example.plain());
        on("GET ledger-balances/{account}/explanation", Example.plain());
        on("GET books-checks", Example.plain());
        on("POST books-checks", Example.plain());
        on("GET books-checks/{id}", Example.of(Thing.BOOKS_CHECK).reaching(Reach.WHOLE_TENANT));
        on("GET books-closings", Example.listing(Thing.CLOSING));
        on(
                "POST books-closings",
                group.naming(call -> Map.of("sellerGroupId", call.id(Thing.GROUP), "closedTo", "2020-01-01"))
                        .or("books-closed-already"));
        on(
                "POST books-closings/{id}:reopen",
                Example.of(Thing.CLOSING).sending(call -> REASON).or("conflict-books-not-last"));
        on("GET accounting-exports", Example.listing(Thing.BOOKS_EXPORT));
        on(
                "POST accounting-exports",
                group.naming(call -> Map.of(
                                "sellerGroupId",
                                call.id(Thing.GROUP),
                                "firstDay",
                                "2020-01-01",
                                "lastDay",
                                "2020-01-01"))
                        .or("export-nothing"));
        on("GET accounting-exports/formats", Example.plain());
        on("GET accounting-exports/comparison", Example.plain(), group.asking("sellerGroupId=%s"));
        on("GET accounting-exports/{id}", Example.of(Thing.BOOKS_EXPORT));
        on("GET accounting-exports/{id}/sums", Example.of(Thing.BOOKS_EXPORT));
        on("GET accounting-exports/{id}/file", Example.of(Thing.BOOKS_EXPORT).at("format=SIE4I"));
        on("GET ledger-explanations/invoices/{id}", Example.of(Thing.INVOICE));
        on(
                "GET ledger-explanations/credit-balances/{id}/{seller}",
                Example.of(Thing.MEMBER).or("not-found"));
        on("GET invoices/{id}/links", Example.of(Thing.INVOICE));
        on("DELETE invoices/{id}/links/{link}", Example.of(Thing.INVOICE).or("not-found"));
        on("GET invoices/{id}/credit-notes", Example.of(Thing.INVOICE));
        on(
                "POST invoices/{id}/credit-notes",
                Example.of(Thing.INVOICE)
                        .sending(call -> REASON)
                        .or("conflict-credited", "conflict-written-off", "credit-other-seller", "credit-offer"));
        on(
                "POST invoices/{id}:withdraw",
                Example.of(Thing.INVOICE).sending(call -> REASON).or("withdraw-claim"));
        on("GET credit-balances", Example.plain(), Example.of(Thing.GROUP).asking("groupId=%s&limit=500"));
        on(
                "POST invoices/{id}:send",
                Example.of(Thing.INVOICE)
                        .sending(call -> Map.of("channel", "LETTER"))
                        .or("conflict-send-over", "conflict-send-under-way"));
        on("GET dispatches", Example.listing(Thing.DISPATCH).reaching(Reach.WHOLE_TREE));
        on("GET dispatches/{id}/document.pdf", Example.of(Thing.DISPATCH).or("conflict-not-sent"));
        on(
                "POST dispatches/{id}:send",
                Example.of(Thing.DISPATCH)
                        .sending(call -> Map.of("channel", "LETTER"))
                        .or("conflict-send-over", "conflict-send-under-way", "send-no-address"));
        on("POST dispatches/{id}:resend", Example.of(Thing.DISPATCH).or("dispatch-state-conflict"));
    }

    private void money() {
        on(
                "GET payments",
                Example.listing(Thing.PAYMENT),
                Example.of(Thing.BANK_FILE).asking("bankFileId=%s&limit=500"));
        on("GET payments/{id}", Example.of(Thing.PAYMENT));
        on("GET payments/{id}/bank-record", Example.of(Thing.PAYMENT));
        on("GET payments/{id}/suggestions", Example.of(Thing.WAITING_PAYMENT));
        on(
                "POST payments/{id}/allocations",
                Example.of(Thing.WAITING_PAYMENT).sending(Examples::allocation).or("conflict-payment-settled"));
        on(
                "DELETE payments/{id}/allocations/{allocation}",
                Example.of(Thing.PAYMENT).or("conflict-allocation-undone", "conflict-kept-for-payer"));
        on(
                "POST payments/{id}/credits",
                Example.of(Thing.WAITING_PAYMENT)
                        .sending(call -> Map.of("memberId", call.id(Thing.MEMBER), "amount", "1.00"))
                        .or("conflict-payment-settled", "surplus-over-waiting"));
        on(
                "DELETE payments/{id}/credits/{credit}",
                Example.of(Thing.WAITING_PAYMENT).or("conflict-surplus-taken-back", "conflict-balance-spent"));
        on(
                "POST payments/{id}:set-aside",
                Example.of(Thing.WAITING_PAYMENT)
                        .sending(call -> Map.of("note", "En gåva"))
                        .or("conflict-payment-settled"));
        on("POST payments/{id}:take-up", Example.of(Thing.WAITING_PAYMENT));
        chargeBacks();
        refunds();
        paymentRules();
        on(
                "POST invoices/{id}/credit-uses",
                Example.of(Thing.OPEN_INVOICE)
                        .sending(call -> Map.of())
                        .or("conflict-balance-none", "conflict-invoice-settled", "balance-other-seller"));
        on(
                "DELETE invoices/{id}/credit-uses/{use}",
                Example.of(Thing.OPEN_INVOICE).or("conflict-balance-given-back", "balance-other-seller"));
    }

    private void chargeBacks() {
        var deduction = Example.of(Thing.DEDUCTION);
        on("GET payments/{id}/charge-backs/candidates", deduction);
        on(
                "POST payments/{id}/charge-backs",
                deduction
                        .sending(call -> Map.of("paymentId", call.id(Thing.WAITING_PAYMENT), "amount", "1.00"))
                        .or("conflict-payment-settled", "charge-back-over"));
        on("DELETE payments/{id}/charge-backs/{chargeBack}", deduction.or("conflict-charge-back-undone"));
    }

    private void refunds() {
        var refund = Example.of(Thing.REFUND);
        on(
                "POST payments/{id}/refunds",
                Example.of(Thing.WAITING_PAYMENT)
                        .sending(call -> refund())
                        .or("conflict-payment-settled", "surplus-over-waiting"));
        on("GET refunds", Example.listing(Thing.REFUND));
        on("GET refunds/{id}", refund);
        on(
                "POST refunds",
                Example.of(Thing.GROUP).naming(Examples::refundOfBalance).or("conflict-balance-none"));
        on("POST refunds/{id}:approve", refund.or("conflict-refund-decided"));
        on(
                "POST refunds/{id}:cancel",
                refund.sending(call -> Map.of()).or("conflict-refund-decided", "conflict-refund-sent"));
        on("POST refunds/{id}:pay", refund.sending(call -> Map.of()).or("conflict-refund-not-approved"));
        on("POST refunds/{id}:fail", refund.sending(call -> Map.of()).or("conflict-refund-not-sent"));
        var file = Example.of(Thing.REFUND_EXPORT);
        on("GET refund-exports", Example.listing(Thing.REFUND_EXPORT));
        on("GET refund-exports/{id}", file);
        on("GET refund-exports/{id}/file", file);
        on(
                "POST refund-exports",
                Example.of(Thing.GROUP)
                        .naming(call -> Map.of("sellerGroupId", call.id(Thing.GROUP)))
                        .or("refund-nothing-to-export", "no-account"));
        on(
                "POST refund-exports/{id}/answers",
                file.sending(call -> answer(call.id(Thing.REFUND_EXPORT))).or("refund-answer-withdrawn"));
        on(
                "POST refund-exports/{id}:withdraw",
                file.or("conflict-refund-file-withdrawn", "conflict-refund-file-answered"));
        on("GET refund-limit", Example.plain());
        on(
                "PUT refund-limit",
                Example.plain().sending(call -> Map.of("amount", "1000.00")).or("refund-limit-who"));
    }

    private void paymentRules() {
        on("GET payment-settings", Example.plain());
        on(
                "PUT payment-settings",
                Example.plain()
                        .sending(call -> Map.of("tolerance", "0.00", "chargesWrittenOff", false))
                        .or("payment-settings-who"));
        var rule = Example.of(Thing.PAYMENT_RULE);
        on("GET payment-rules", Example.listing(Thing.PAYMENT_RULE));
        on("GET payment-rules/{id}", rule);
        on(
                "POST payment-rules",
                Example.of(Thing.WAITING_PAYMENT)
                        .naming(call -> rule(call.id(Thing.WAITING_PAYMENT), call.id(Thing.MEMBER)))
                        .or("conflict-payment-rule"));
        on("POST payment-rules/apply", Example.plain());
        on("POST payment-rules/{id}:pause", rule.or("conflict-payment-rule-state"));
        on("POST payment-rules/{id}:resume", rule.or("conflict-payment-rule-state"));
        on("POST payment-rules/{id}:end", rule.or("conflict-payment-rule-state"));
    }

    static Map<String, Object> rule(String payment, String member) {
        return Map.of("paymentId", payment, "kind", "NAME", "memberId", member);
    }

    static Map<String, Object> refund() {
        return Map.of("amount", "1.00", "accountKind", "BANKGIRO", "account", "991-2346", "payee", "Anna Ek");
    }

    private static Object refundOfBalance(Call call) {
        var wish = new HashMap<>(refund());
        wish.put("memberId", call.id(Thing.MEMBER));
        wish.put("sellerGroupId", call.id(Thing.GROUP));
        return wish;
    }

    private static byte[] answer(String export) {
        var report = "<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><GrpSts>ACCP</GrpSts>"
                + "</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>";
        return report.formatted(export.replace("-", "")).getBytes(StandardCharsets.UTF_8);
    }

    private void bankFiles() {
        on("GET bank-files", Example.listing(Thing.BANK_FILE));
        on("POST bank-files", Example.plain().sending(call -> call.world().bankFile(Place.CLUB)));
        on("GET bank-files/{id}", Example.of(Thing.BANK_FILE));
        on("POST bank-files/{id}:book", Example.of(Thing.REHEARSED_FILE));
        on("POST bank-files/{id}:discard", Example.of(Thing.SPARE_FILE));
        on("GET bank-files/{id}/undo", Example.of(Thing.BANK_FILE));
        on(
                "POST bank-files/{id}:undo",
                Example.of(Thing.SPARE_FILE).sending(call -> REASON).or("conflict-bank-file-not-booked"));
    }

    private void runs() {
        var run = Example.of(Thing.RUN);
        on(
                "POST invoice-runs",
                Example.of(Thing.GROUP).naming(Examples::run),
                Example.plain().reaching(Reach.WHOLE_TREE).sending(call -> Map.of("kind", "REMINDER")));
        on("GET invoice-runs", Example.listing(Thing.RUN));
        on("GET invoice-runs/{id}", run);
        for (var act : List.of("pause", "resume", "cancel")) {
            on("POST invoice-runs/{id}:" + act, run.or("run-state-conflict"));
        }
        on("POST invoice-runs/{id}:retry", run.or("run-state-conflict"));
        on("POST invoice-runs/{id}:approve", run.or("run-state-conflict"));
        on("POST invoice-runs/{id}:send-now", run.or("run-state-conflict"));
        on(
                "POST invoice-runs/{id}:recall",
                run.sending(call -> Map.of("reason", "Fel pris")).or("run-not-recallable", "recall-other-seller"));
        on("GET invoice-runs/{id}/recipients", run);
        on("GET channels", Example.plain());
        on(
                "PUT channels/{channel}",
                Example.plain().reaching(Reach.WHOLE_TREE).sending(call -> Map.of("active", false, "place", 3)));
        on(
                "POST channels/{channel}:test",
                Example.plain()
                        .reaching(Reach.WHOLE_TREE)
                        .sending(call -> Map.of("address", "0701234567"))
                        .or("channel-not-ready"));
        on(
                "POST dispatches:replay",
                Example.plain().reaching(Reach.WHOLE_TREE).sending(call -> Map.of("channel", "SMS")));
        on("GET run-settings", Example.plain());
        on("PUT run-settings", Example.plain().reaching(Reach.WHOLE_TREE).sending(call -> settings()));
        on("GET simulations", Example.listing(Thing.SIMULATION));
        on(
                "POST simulations",
                Example.of(Thing.GROUP).naming(Examples::simulation).or("simulations-too-many"),
                Example.plain()
                        .reaching(Reach.WHOLE_TREE)
                        .sending(call -> Map.of("months", 1, "paidPercent", 100))
                        .or("simulations-too-many"));
        on("GET simulations/{id}", Example.of(Thing.SIMULATION));
        on("GET simulations/{id}/result.csv", Example.of(Thing.SIMULATION));
        on("DELETE simulations/{id}", Example.of(Thing.SPARE_SIMULATION).or("not-found"));
        on("GET business-date", Example.plain());
        on("POST business-date", Example.plain().sending(call -> Map.of("businessDate", World.TODAY)));
    }

    private void dunning() {
        var invoice = Example.of(Thing.INVOICE);
        var member = Example.of(Thing.MEMBER);
        on("GET dunning-policies", Example.plain());
        on("GET dunning-policies/{id}", Example.of(Thing.TYPE).reaching(Reach.TENANT));
        on(
                "PUT dunning-policies/{id}",
                Example.plain()
                        .in(Thing.TYPE)
                        .reaching(Reach.WHOLE_TREE)
                        .sending(call -> policy())
                        .or("changed-meanwhile"));
        on(
                "POST dunning-policies/{id}/agreements",
                Example.plain().in(Thing.TYPE).reaching(Reach.WHOLE_TREE).sending(call -> agreement()));
        on("GET reference-rates", Example.plain());
        on("POST reference-rates", Example.plain().sending(call -> rate()).or("conflict-rate-known"));
        on("GET invoices/{id}/dunning-stops", invoice);
        on("POST invoices/{id}/dunning-stops", invoice.sending(call -> Map.of("note", "Begärt")));
        on("DELETE invoices/{id}/dunning-stops/{stop}", invoice.or("not-found"));
        on("GET members/{id}/dunning-stops", member);
        on("POST members/{id}/dunning-stops", member.sending(call -> Map.of("note", "Begärt")));
        on("DELETE members/{id}/dunning-stops/{stop}", member.or("not-found"));
        on(
                "POST invoices/{id}:write-off",
                invoice.sending(call -> REASON).or("conflict-invoice-settled", "write-off-other-seller"));
        on(
                "POST invoices/{id}:reopen",
                invoice.sending(call -> REASON).or("conflict-not-written-off", "write-off-other-seller"));
        on("POST invoices/{id}:call-in", invoice.sending(call -> REASON).or("conflict-not-handed-over"));
        on(
                "POST collector-exports",
                Example.of(Thing.GROUP).naming(Examples::handOver).or("nothing-to-hand-over"));
        on("GET collector-exports", Example.plain());
        on("GET collector-exports/{id}", Example.of(Thing.COLLECTOR_EXPORT));
        on("GET collector-exports/{id}/file", Example.of(Thing.COLLECTOR_EXPORT));
    }

    private void life() {
        on(
                "POST memberships/{id}/transfers",
                Example.of(Thing.MEMBERSHIP).sending(Examples::stay).or("move-to-same-place"));
        on(
                "DELETE memberships/{id}/transfers/{transfer}",
                Example.of(Thing.MEMBERSHIP).or("not-found"));
        on(
                "POST memberships/{id}/resignation",
                Example.of(Thing.MEMBERSHIP).sending(call -> resignation()).or("day-too-far"));
        on(
                "POST members/{id}/memberships",
                Example.of(Thing.MEMBER).sending(Examples::again).or("day-too-far"));
        on(
                "POST members/{id}/death",
                Example.of(Thing.SPARE_MEMBER)
                        .sending(call -> Map.of("on", World.TODAY, "note", "Anhörig har hört av sig"))
                        .or("conflict-member-died", "not-found"));
    }

    /** A move to where the membership is already. */
    private static Object stay(Call call) {
        return Map.of("groupId", call.id(Thing.GROUP), "on", World.TODAY, "periodGoes", true, "note", "Flyttar inte");
    }

    /** From a day that nobody can know of. */
    private static Object again(Call call) {
        return Map.of("groupId", call.id(Thing.GROUP), "typeId", call.own(Thing.TYPE), "joinedOn", "2199-12-31");
    }

    /** On a day that nobody can know of. */
    private static Object resignation() {
        return Map.of("lastDay", "2199-12-31", "openClaims", "KEEP", "note", "Slutar");
    }

    private static Object policy() {
        var level = Map.of("afterDays", 10, "interest", false);
        return Map.of("levels", List.of(level), "offerLapseAfterDays", 60, "remindOffers", false);
    }

    private static Object agreement() {
        var text = Map.of("sv", "Avgift vid påminnelse", "en", "A fee for a reminder");
        return Map.of("from", "2026-01-01", "text", text, "fee", "60.00", "dueDayAgreed", true);
    }

    private static Object rate() {
        return Map.of("from", "2099-01-01", "percent", "2.00", "source", "Ett prov");
    }

    private static Object handOver(Call call) {
        return Map.of("sellerGroupId", call.id(Thing.GROUP), "format", "CSV");
    }

    private void access() {
        var group = Example.of(Thing.GROUP);
        on(
                "GET grants",
                Example.listing(Thing.GRANT),
                group.asking("groupId=%s&limit=500"),
                Example.of(Thing.USER).asking("userId=%s&limit=500"));
        on("POST grants", group.naming(Examples::grant).giving(Role.CASHIER));
        on("GET grants/{id}", Example.of(Thing.GRANT));
        on("DELETE grants/{id}", Example.of(Thing.SPARE_GRANT).giving(Role.CASHIER));
        on("GET users", Example.listing(Thing.USER));
        on("GET users/{id}", Example.of(Thing.USER));
        on("POST users/{id}:invite", Example.of(Thing.USER).or("provisioning-off"));
        on(
                "GET audit-entries",
                group.asking("groupId=%s&limit=500"),
                Example.of(Thing.MEMBER).asking("subjectId=%s&limit=500"));
    }

    private void privacy() {
        var member = Example.of(Thing.MEMBER);
        on("GET members/{id}/data.zip", member.leavingATrace());
        on("POST members/{id}/personal-number:reveal", member.sending(call -> REASON));
        on(
                "PUT members/{id}/protection",
                member.sending(call -> Map.of("protectedIdentity", false, "reason", "Begärt")));
        on("GET members/{id}/erasure/preview", member);
        on("GET members/{id}/erasure", Example.of(Thing.ERASED_MEMBER));
        on(
                "POST members/{id}:erase",
                Example.of(Thing.SPARE_MEMBER).sending(call -> REASON).or("erase-erased-already"));
        on("GET retention", Example.plain().reaching(Reach.WHOLE_TREE));
        on("POST retention/purge", Example.plain().reaching(Reach.WHOLE_TREE));
    }

    private void bankSources() {
        var server = Example.of(Thing.BANK_SERVER).reaching(Reach.INSTALLATION);
        var file = Example.of(Thing.SHARED_FILE).reaching(Reach.INSTALLATION);
        on("GET bank-delay", Example.plain());
        on("GET bank-sources", Example.plain());
        on("POST bank-sources", Example.plain().sending(call -> bankServer()));
        on("GET bank-sources/{id}", server);
        on("PUT bank-sources/{id}", server.sending(call -> bankServer()));
        on(
                "DELETE bank-sources/{id}",
                Example.of(Thing.SPARE_SERVER).reaching(Reach.INSTALLATION).or("not-found"));
        on("POST bank-sources/{id}:try", server);
        on("POST bank-sources/{id}:look", server.or("host-key-unpinned"));
        on("PUT bank-sources/{id}/host-key", server.sending(call -> Map.of("fingerprint", "SHA256:" + "a".repeat(43))));
        on("PUT bank-sources/{id}/expectation", server.sending(call -> Map.of("days", "NEVER", "by", "09:00")));
        on("GET shared-files", Example.plain());
        on(
                "POST shared-files",
                Example.plain().sending(call -> BankFiles.of("9917899", LocalDate.of(2027, 1, 8), List.of())));
        on("GET shared-files/{id}", file);
        on("GET shared-files/{id}/content", file);
        on("POST shared-files/{id}:hand-over", file);
        on(
                "POST shared-files/{id}:set-aside",
                file.sending(call -> Map.of("note", "Inte vår")).or("conflict-shared-file-done"));
    }

    /** A server that nobody answers at. */
    static Map<String, Object> bankServer() {
        return Map.of(
                "name", "Banken",
                "host", "127.0.0.1",
                "port", 9,
                "user", "aviso",
                "byKey", false,
                "password", "hemligt",
                "folder", "/ut",
                "pattern", "*",
                "everyMinutes", 60);
    }

    private void tenants() {
        var tenant = Example.of(Thing.TENANT).reaching(Reach.INSTALLATION);
        on("GET tenants", Example.plain());
        on("POST tenants", Example.plain().sending(call -> tenant()));
        on("GET tenants/{id}", tenant);
        on("POST tenants/{id}:provision", tenant.or("provisioning-off"));
        on(
                "PUT tenants/{id}/identity-provider",
                tenant.sending(call -> Map.of("alias", "egen")).or("provisioning-off"));
    }

    private void others() {
        var own = Example.of(Thing.OWN_INVOICE).reaching(Reach.OWN);
        on("GET me", Example.plain());
        on("GET me/memberships", Example.plain());
        on("GET me/invoices", Example.plain());
        on("GET me/invoices/{id}", own);
        on("GET me/invoices/{id}/document.pdf", own);
        on("GET me/invoices/{id}/receipt", own.or("conflict-not-paid"));
        on("GET me/invoices/{id}/receipt/document.pdf", own.or("conflict-not-paid"));
        var oneself = Example.of(Thing.OWN_MEMBER).reaching(Reach.OWN);
        on("GET me/details", Example.plain());
        on("GET me/details/{id}", oneself);
        on("PATCH me/details/{id}", oneself.sending(call -> Map.of("language", "sv")));
        on("GET me/statements", Example.plain());
        on("GET me/statements/{id}/{year}/{seller}", oneself);
        on("GET me/statements/{id}/{year}/{seller}/document.pdf", oneself);
        on(
                "GET me/data.zip",
                Example.plain().leavingATrace(),
                Example.of(Thing.OWN_MEMBER)
                        .reaching(Reach.OWN)
                        .asking("memberId=%s")
                        .leavingATrace());
        on("GET plugins", Example.plain());
        on("GET plugins/health", Example.plain());
        on("POST delivery-notices/{key}/{channel}/{dispatch}", Example.plain().or("not-found"));
        on("POST plugins/{id}:call-again", Example.plain().or("not-found"));
        on("POST plugins/reload", Example.plain());
        var choice = Example.plain().sending(call -> Map.of("turnedOn", false)).or("not-found");
        on("GET plugin-choices", Example.plain());
        on("PUT plugin-choices/{plugin}", choice);
        on("POST plugin-choices/{plugin}:try", choice);
        on("GET sign-ups/{groupSlug}", Example.plain());
        on("POST sign-ups/{groupSlug}", Example.plain());
    }

    private static Object where(Call call) {
        return Map.of("parentId", call.idAt(Thing.GROUP, call.place().above().orElse(Place.NORTH)));
    }

    private static Object members(Call call) {
        return World.members(call.place().slug());
    }

    private static Object club(Call call) {
        return Map.of("name", "Ny", "slug", unused(), "kind", "LOCAL", "parentId", call.id(Thing.GROUP));
    }

    private static Object member(Call call) {
        return member(Map.of(Thing.GROUP, call.id(Thing.GROUP), Thing.TYPE, call.own(Thing.TYPE)));
    }

    /** Somebody new in a group, with a membership of a type. */
    static Object member(Map<Thing, String> of) {
        var membership = Map.of("groupId", of.getOrDefault(Thing.GROUP, ""), "typeId", of.getOrDefault(Thing.TYPE, ""));
        return Map.of(
                "givenName", "Sam", "familyName", "Lika", "born", "1980-01-01", "memberships", List.of(membership));
    }

    /** A short name that nobody has. */
    private static String unused() {
        return "ny-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static Object type() {
        return Map.ofEntries(
                entry("slug", unused()),
                entry("names", Map.of("sv", "Ny", "en", "New")),
                entry("period", Map.of("rule", "CALENDAR_YEAR", "months", 12)),
                entry("ageOn", "JANUARY_FIRST"),
                entry("vat", "EXEMPT"),
                entry("account", 3010),
                entry("renewal", Map.of("daysBefore", 30, "as", "CLAIM")),
                entry("paymentTermDays", 30),
                entry("lapseAfterDays", 60),
                entry("prices", List.of(Map.of("from", "2026-01-01", "minAge", 0, "maxAge", 150, "amount", "300.00"))));
    }

    private static Object tenant() {
        var admin = Map.of("name", "Ada Ny", "email", unused() + "@ny.example");
        return Map.of("slug", unused(), "name", "Ny", "edition", "STANDARD", "admin", admin);
    }

    private static Object price(Call call) {
        return price(call, "2027-06-01");
    }

    private static Object price(Call call, String from) {
        return Map.of("from", from, "minAge", 0, "maxAge", 150, "amount", "310.00", "groupId", call.id(Thing.GROUP));
    }

    private static Object product(Call call) {
        return product(Map.of(Thing.GROUP, call.id(Thing.GROUP)));
    }

    /** A product that is new in a group. */
    static Object product(Map<Thing, String> of) {
        return Map.of(
                "groupId",
                of.getOrDefault(Thing.GROUP, ""),
                "number",
                unused(),
                "names",
                Map.of("sv", "Ny", "en", "New"),
                "price",
                "10.00",
                "vat",
                "STANDARD",
                "account",
                3051);
    }

    private static Object bill(Call call) {
        return bill(Map.of(Thing.GROUP, call.id(Thing.GROUP), Thing.MEMBER, call.id(Thing.MEMBER)));
    }

    /** An invoice to be, to a member of a group. */
    static Object bill(Map<Thing, String> of) {
        var line = Map.of("kind", "FREE", "text", "Resa", "unit", "10.00", "vat", "ZERO", "account", 3051);
        return Map.of(
                "groupId", of.getOrDefault(Thing.GROUP, ""),
                "memberId", of.getOrDefault(Thing.MEMBER, ""),
                "lines", List.of(line));
    }

    private static Object bills(Call call) {
        return bills(Map.of(Thing.GROUP, call.id(Thing.GROUP)));
    }

    /** Invoices to be, to all members of a group. */
    static Object bills(Map<Thing, String> of) {
        var line = Map.of("kind", "FREE", "text", "Resa", "unit", "10.00", "vat", "ZERO", "account", 3051);
        return Map.of("groupId", of.getOrDefault(Thing.GROUP, ""), "lines", List.of(line));
    }

    private static Object simulation(Call call) {
        return simulation(call.id(Thing.GROUP));
    }

    /** A month of a group, in which everybody pays. */
    static Object simulation(String group) {
        return Map.of("months", 1, "groupId", group, "paidPercent", 100);
    }

    private static Object search(Call call) {
        return search(call.id(Thing.GROUP));
    }

    /** A search that is shared in a group. */
    static Object search(String group) {
        return Map.of("list", "INVOICES", "name", "Obetalda", "query", "settlement=OPEN", "groupId", group);
    }

    private static Object allocation(Call call) {
        return Map.of("allocations", List.of(Map.of("invoiceId", call.id(Thing.OPEN_INVOICE))));
    }

    private static Object run(Call call) {
        return Map.of("kind", "REMINDER", "groupId", call.id(Thing.GROUP), "businessDate", World.TODAY);
    }

    private static Object settings() {
        return Map.of(
                "daily",
                Map.of("RENEWAL", "DO", "REMINDER", "DO", "LAPSE", "DO", "PERIOD_END", "DO"),
                "startsAt",
                "06:00",
                "holdMinutes",
                0,
                "costs",
                Map.of("LETTER", "9.50"));
    }

    private static Object grant(Call call) {
        return World.somebody(call.place().tenant(), call.id(Thing.GROUP));
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** A file as a part of a form. */
    static byte[] part(byte[] file) {
        var head = """
                --b
                Content-Disposition: form-data; name="file"; filename="f.txt"
                Content-Type: application/octet-stream

                """.replace("\n", "\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(file);
        bytes.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
