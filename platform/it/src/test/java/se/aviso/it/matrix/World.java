package se.aviso.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.it.BankFiles;
import se.aviso.it.Client;
import se.aviso.it.Numbers;
import se.aviso.it.Product;
import se.aviso.it.SignUps;
import se.aviso.it.Waiting;

/**
 * Two tenants that are each other's mirror, with one thing of each kind at every place: the same names, the same
 * numbers, the same references, other giro numbers.
 */
final class World {
    static final String HERE = "matris";
    static final String MIRROR = "spegel";

    /** The day after the last day of those whose grant ended yesterday. */
    static final String TODAY = "2027-01-05";

    private static final String YESTERDAY = "2027-01-04";
    private static final List<Place> PLACES =
            List.of(Place.FEDERATION, Place.NORTH, Place.SOUTH, Place.CLUB, Place.SISTER, Place.FAR);
    private static final Map<Product, World> WORLDS = new ConcurrentHashMap<>();

    private final Product product;
    private final Map<Place, Map<Thing, String>> ids = new EnumMap<>(Place.class);

    private World(Product product) {
        this.product = product;
    }

    /** Builds both, once for all that run on the same product. */
    static World on(Product product) {
        return WORLDS.computeIfAbsent(product, World::built);
    }

    private static World built(Product product) {
        var world = new World(product);
        var unknown = new EnumMap<Thing, String>(Thing.class);
        for (var thing : Thing.values()) {
            unknown.put(thing, UUID.randomUUID().toString());
        }
        world.ids.put(Place.UNKNOWN, unknown);
        world.ids.putAll(world.furnish(HERE));
        world.ids.put(
                Place.THEIRS, world.furnish(MIRROR).getOrDefault(Place.CLUB, new EnumMap<Thing, String>(Thing.class)));
        world.settle();
        return world;
    }

    Product product() {
        return product;
    }

    /** The mark that all the tenant's data bear, and nothing of the other's. */
    static String mark(String tenant) {
        return tenant.equals(HERE) ? "Matrisberg" : "Spegelberg";
    }

    /** The id of the thing there. */
    String id(Thing thing, Place place) {
        var id = ids.getOrDefault(place, Map.of()).get(thing);
        if (id == null) {
            throw new IllegalStateException("no " + thing + " at " + place + ": add it to World.furnish");
        }
        return id;
    }

    /** Waits until the product does nothing by itself any more. */
    void settle() {
        for (var tenant : List.of(HERE, MIRROR)) {
            var admin = product.admin(tenant);
            Waiting.until(
                    "all runs of " + tenant,
                    () -> admin.all("invoice-runs").stream()
                            .noneMatch(run -> run.get("state").asText().equals("RUNNING")));
            Waiting.until(
                    "all simulations of " + tenant,
                    () -> product.books()
                            .column(tenant, "select id from simulation where state = 0")
                            .isEmpty());
            Waiting.until(
                    "all mails of " + tenant,
                    () -> product.books()
                            .column(
                                    tenant,
                                    "select id from dispatch where channel = 0 and state in (0, 1, 2) "
                                            + "and next_attempt_at < now() + interval '1 minute'")
                            .isEmpty());
        }
    }

    /** A file with one payment to the group's giro. */
    byte[] bankFile(Place place) {
        return file(
                giro(place.tenant(), place == Place.THEIRS ? Place.CLUB : place),
                OutgoingPayment.free("Betalare " + mark(place.tenant()), "ingen aning", 100_00));
    }

    private Map<Place, Map<Thing, String>> furnish(String tenant) {
        var admin = product.admin(tenant);
        endGrants(tenant, admin);
        admin.moveTo(TODAY);
        billMembers(admin);
        var all = new EnumMap<Place, Map<Thing, String>>(Place.class);
        for (var place : PLACES) {
            all.put(place, things(tenant, admin, place));
        }
        all.getOrDefault(Place.CLUB, Map.of()).put(Thing.OWN_INVOICE, invoiceOf(tenant, 1));
        all.getOrDefault(Place.SISTER, Map.of()).put(Thing.OWN_INVOICE, invoiceOf(tenant, 2));
        all.getOrDefault(Place.CLUB, Map.of()).put(Thing.OWN_MEMBER, member(tenant, 1));
        all.getOrDefault(Place.SISTER, Map.of()).put(Thing.OWN_MEMBER, member(tenant, 2));
        for (var place : List.of(Place.FEDERATION, Place.NORTH, Place.SOUTH, Place.FAR)) {
            var things = all.getOrDefault(place, Map.of());
            things.put(Thing.OWN_INVOICE, things.getOrDefault(Thing.INVOICE, ""));
            things.put(Thing.OWN_MEMBER, things.getOrDefault(Thing.MEMBER, ""));
        }
        all.values().forEach(things -> admin.finish(things.getOrDefault(Thing.RUN, "")));
        return all;
    }

    private void endGrants(String tenant, Client admin) {
        var club = group(tenant, Place.CLUB);
        takeAll(admin, user(admin, "Egil"));
        var expired = user(admin, "Elsa");
        takeAll(admin, expired);
        give(admin, Map.of("userId", expired, "role", "GROUP_ADMIN", "groupId", club, "until", YESTERDAY));
    }

    /** Those who came with the tenant's file; by letter, which nobody takes here, so that nothing is sent. */
    private static void billMembers(Client admin) {
        for (var member : admin.all("members")) {
            admin.patch("members/" + id(member), Map.of("channel", "LETTER"), "If-Match", "*")
                    .expect(200);
        }
        var run = Map.of("kind", "SELECTION", "businessDate", TODAY);
        admin.finish(id(admin.post(
                        "invoice-runs",
                        run,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(202)
                .json()));
    }

    private String invoiceOf(String tenant, int number) {
        return one(
                tenant,
                "select i.id from invoice i join member m on m.tenant_id = i.tenant_id and m.id = i.member_id"
                        + " where m.number = " + number);
    }

    private void bankServers(String tenant, Map<Thing, String> things) {
        var operator = product.as(World.HERE, "operator");
        for (var thing : List.of(Thing.BANK_SERVER, Thing.SPARE_SERVER)) {
            things.put(
                    thing,
                    operator.post("bank-sources", Examples.bankServer())
                            .expect(201)
                            .json()
                            .at("/source/id")
                            .asText());
        }
        var unknown = BankFiles.of("9917881", LocalDate.of(2027, 1, 8), List.of(OutgoingPayment.free("", tenant, 100)));
        things.put(
                Thing.SHARED_FILE,
                id(operator.send("POST", "shared-files", unknown, "Content-Type", "application/octet-stream")
                        .expect(201)
                        .json()));
    }

    private String member(String tenant, int number) {
        return one(tenant, "select id from member where number = " + number);
    }

    private static String user(Client admin, String name) {
        return id(admin.all("users?q=" + name).get(0));
    }

    private static void takeAll(Client admin, String user) {
        admin.all("grants?userId=" + user)
                .forEach(grant ->
                        admin.send("DELETE", "grants/" + id(grant), new byte[0]).expect(204));
    }

    private static JsonNode give(Client admin, Map<String, String> wish) {
        return admin.post("grants", wish, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .json();
    }

    private Map<Thing, String> things(String tenant, Client admin, Place place) {
        var things = new EnumMap<Thing, String>(Thing.class);
        things.put(Thing.GROUP, group(tenant, place));
        admin.send("PUT", "groups/" + things.get(Thing.GROUP) + "/logo", Examples.PICTURE, "Content-Type", "image/png")
                .expect(204);
        things.put(Thing.TYPE, one(tenant, "select id from membership_type where slug = 'ar'"));
        things.put(Thing.TENANT, one(tenant, "select id from tenant where slug = '" + tenant + "'"));
        bankServers(tenant, things);
        things.put(Thing.PRICE, price(tenant, things, "2031-01-01"));
        things.put(Thing.SPARE_PRICE, price(tenant, things, "2032-01-01"));
        var ocr = people(tenant, place, things);
        leaving(admin, place, things);
        things.put(
                Thing.PRODUCT,
                id(admin.post("products", Examples.product(things)).expect(201).json()));
        for (var thing : List.of(Thing.DRAFT, Thing.SPARE_DRAFT)) {
            things.put(
                    thing,
                    id(admin.post("invoice-drafts", Examples.bill(things))
                            .expect(201)
                            .json()));
        }
        for (var thing : List.of(Thing.BATCH, Thing.SPARE_BATCH)) {
            things.put(
                    thing,
                    id(admin.post("invoice-batches", Examples.bills(things))
                            .expect(201)
                            .json()));
        }
        things.put(Thing.STOP, stop(admin, "invoices/" + things.get(Thing.INVOICE)));
        things.put(Thing.PAYER_STOP, stop(admin, "members/" + things.get(Thing.MEMBER)));
        things.put(Thing.COLLECTOR_EXPORT, collectorExport(tenant, things.getOrDefault(Thing.GROUP, "")));
        money(tenant, admin, place, ocr, things);
        grants(tenant, admin, things);
        for (var thing : List.of(Thing.SAVED_SEARCH, Thing.SPARE_SEARCH)) {
            var search = Examples.search(group(tenant, place));
            things.put(
                    thing, id(admin.post("saved-searches", search).expect(201).json()));
        }
        for (var thing : List.of(Thing.SIMULATION, Thing.SPARE_SIMULATION)) {
            var simulation = Examples.simulation(group(tenant, place));
            things.put(
                    thing, id(admin.post("simulations", simulation).expect(202).json()));
            Waiting.until(
                    "the simulation",
                    () -> admin.get("simulations/" + things.get(thing))
                            .expect(200)
                            .json()
                            .get("state")
                            .asText()
                            .equals("DONE"));
        }
        var run = Map.of("kind", "REMINDER", "groupId", group(tenant, place), "businessDate", TODAY);
        things.put(
                Thing.RUN,
                id(admin.post(
                                "invoice-runs",
                                run,
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .expect(202)
                        .json()));
        return things;
    }

    private String people(String tenant, Place place, Map<Thing, String> things) {
        var joined = join(tenant, place);
        things.put(Thing.MEMBER, joined.get("memberId").asText());
        things.put(Thing.INVOICE, joined.at("/invoice/id").asText());
        things.put(Thing.OPEN_INVOICE, join(tenant, place).at("/invoice/id").asText());
        things.put(Thing.LINK, link(tenant, things.getOrDefault(Thing.INVOICE, "")));
        things.put(Thing.OPEN_LINK, link(tenant, things.getOrDefault(Thing.OPEN_INVOICE, "")));
        things.put(
                Thing.DISPATCH,
                one(tenant, "select id from dispatch where invoice_id = '" + things.get(Thing.INVOICE) + "'"));
        things.put(Thing.MEMBERSHIP, joined.get("membershipId").asText());
        things.put(Thing.CONCESSION, concession(tenant, things.getOrDefault(Thing.MEMBERSHIP, "")));
        things.put(Thing.TRANSFER, transfer(tenant, things.getOrDefault(Thing.MEMBERSHIP, "")));
        return joined.at("/invoice/ocr").asText();
    }

    private String price(String tenant, Map<Thing, String> things, String from) {
        return one(
                tenant,
                "insert into price (tenant_id, id, type_id, group_path, valid_from, min_age, max_age, amount)"
                        + " select t.tenant_id, gen_random_uuid(), t.id, g.path, '" + from + "', 0, 150, 31000"
                        + " from membership_type t join group_node g on g.tenant_id = t.tenant_id where t.id = '"
                        + things.get(Thing.TYPE) + "' and g.id = '" + things.get(Thing.GROUP) + "' returning id");
    }

    private String concession(String tenant, String membership) {
        return one(
                tenant,
                "insert into concession (tenant_id, id, membership_id, kind, size, reason, first_day)"
                        + " select tenant_id, gen_random_uuid(), id, 2, 10, 'Trogen', '2028-01-01' from membership"
                        + " where id = '" + membership + "' returning id");
    }

    /** A move on a day that does not come. */
    private String transfer(String tenant, String membership) {
        return one(
                tenant,
                "insert into membership_transfer (tenant_id, id, membership_id, from_group_id, to_group_id, on_day,"
                        + " period_goes, note) select tenant_id, gen_random_uuid(), id, group_id, group_id, '2099-01-01',"
                        + " true, 'Flyttar' from membership where id = '" + membership + "' returning id");
    }

    private static String stop(Client admin, String of) {
        return id(admin.post(
                        of + "/dunning-stops",
                        Map.of("note", "Begärt"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json());
    }

    /** A file of no claims: those of the group are wanted for other things. */
    private String collectorExport(String tenant, String group) {
        return one(
                tenant,
                "insert into collector_export (tenant_id, id, seller_group_id, format, made_on, made_by, invoices, total,"
                        + " sha256, content) select tenant_id, gen_random_uuid(), id, 0, '2027-01-05', 'Prov', 0, 0,"
                        + " encode(sha256('x'), 'hex'), 'x' from group_node where id = '" + group + "' returning id");
    }

    /** As a mail has one; here none is sent. */
    private String link(String tenant, String invoice) {
        return one(
                tenant,
                "insert into invoice_link (tenant_id, id, invoice_id, purpose, hash, made_at, expires_at)"
                        + " select tenant_id, gen_random_uuid(), id, 0, sha256(id::text::bytea), now(),"
                        + " now() + interval '1 year' from invoice where id = '" + invoice + "' returning id");
    }

    /** A number that is kept, and those who have gone or may go. */
    private static void leaving(Client admin, Place place, Map<Thing, String> things) {
        var number = Map.of("personalNumber", Numbers.of("800517", PLACES.indexOf(place)));
        admin.patch("members/" + things.get(Thing.MEMBER), number, "If-Match", "*")
                .expect(200);
        for (var thing : List.of(Thing.SPARE_MEMBER, Thing.LEAVING_MEMBER, Thing.ERASED_MEMBER)) {
            things.put(
                    thing,
                    id(admin.post("members", Examples.member(things))
                            .expect(201)
                            .json()));
        }
        admin.post("members/" + things.get(Thing.ERASED_MEMBER) + ":erase", Examples.REASON, "If-Match", "*")
                .expect(200);
    }

    /** Two kronor are kept for somebody, and one of them is used. */
    private static void keep(Client admin, Map<Thing, String> things) {
        var invoice = "invoices/" + things.get(Thing.OPEN_INVOICE);
        var payer = admin.get(invoice).expect(200).json().get("memberId").asText();
        var kept = admin.post(
                "payments/" + things.get(Thing.WAITING_PAYMENT) + "/credits",
                Map.of("memberId", payer, "amount", "2.00"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        things.put(
                Thing.KEPT_SURPLUS, kept.expect(201).json().at("/credits/0/id").asText());
        var used = admin.post(
                invoice + "/credit-uses",
                Map.of("amount", "1.00"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        things.put(
                Thing.CREDIT_USE, used.expect(201).json().at("/creditUses/0/id").asText());
    }

    /** The bank takes five kronor off, of which one is known to be of a payment. */
    private static void deduct(Client admin, String giro, Map<Thing, String> things) {
        var taken = List.of(OutgoingPayment.free("Banken", "tillbaka", 5_00));
        var bytes = new CamtWriter(giro)
                .takenBack(UUID.randomUUID().toString().replace("-", ""), LocalDate.parse(TODAY), taken);
        var file = admin.upload("name=avdrag.xml", bytes).expect(201).json();
        things.put(
                Thing.DEDUCTION, id(admin.all("payments?bankFileId=" + id(file)).get(0)));
        var tied = post(
                admin,
                "payments/" + things.get(Thing.DEDUCTION) + "/charge-backs",
                Map.of("paymentId", things.get(Thing.WAITING_PAYMENT), "amount", "1.00"));
        things.put(Thing.CHARGE_BACK, tied.at("/chargeBacks/0/id").asText());
    }

    /** One is in a file for the bank, the other is not. */
    private static void refund(Client admin, Map<Thing, String> things) {
        var path = "payments/" + things.get(Thing.WAITING_PAYMENT) + "/refunds";
        var first = post(admin, path, Examples.refund());
        var file = Map.of("sellerGroupId", first.get("sellerGroupId").asText(), "refundIds", List.of(id(first)));
        things.put(Thing.REFUND_EXPORT, id(post(admin, "refund-exports", file)));
        things.put(Thing.REFUND, id(post(admin, path, Examples.refund())));
    }

    private static JsonNode post(Client admin, String path, Object body) {
        return admin.post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .json();
    }

    /** By letter, which nobody takes here: so nothing is sent, and no row changes by itself. */
    private JsonNode join(String tenant, Place place) {
        var form = """
                {"person": {"givenName": "Sam", "familyName": "Lika", "born": "1980-05-17", "email": "sam@%1$s.example",
                  "address": {"street": "%2$sgatan 4", "postalCode": "111 22", "city": "Stockholm"}},
                 "typeId": "ar", "paymentOption": "AVI", "channel": "LETTER", "consents": ["privacy"]}
                """.formatted(tenant, mark(tenant));
        var slug = tenant + place.slug().substring(HERE.length());
        var answer = new SignUps(product).send(slug, form, UUID.randomUUID().toString());
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer.body();
    }

    private void money(String tenant, Client admin, Place place, String ocr, Map<Thing, String> things) {
        var payer = "Betalare " + mark(tenant);
        var bytes = file(
                giro(tenant, place),
                OutgoingPayment.checked(payer, ocr, 300_00),
                OutgoingPayment.free(payer, "vet inte", 200_00));
        things.put(
                Thing.BANK_FILE,
                id(admin.upload("name=" + mark(tenant) + ".txt", bytes)
                        .expect(201)
                        .json()));
        for (var payment : admin.all("payments?bankFileId=" + things.get(Thing.BANK_FILE))) {
            var settles = !payment.get("allocated").asText().equals("0.00");
            things.put(settles ? Thing.PAYMENT : Thing.WAITING_PAYMENT, id(payment));
        }
        things.put(
                Thing.ENTRY,
                id(admin.all("ledger-entries?paymentId=" + things.get(Thing.PAYMENT))
                        .get(0)));
        things.put(
                Thing.ALLOCATION,
                one(tenant, "select id from allocation where payment_id = '" + things.get(Thing.PAYMENT) + "'"));
        var closing = Map.of("sellerGroupId", things.get(Thing.GROUP), "closedTo", "2020-12-31");
        things.put(Thing.CLOSING, id(post(admin, "books-closings", closing)));
        var export = Map.of("sellerGroupId", things.get(Thing.GROUP), "firstDay", "2026-01-01", "lastDay", TODAY);
        things.put(Thing.BOOKS_EXPORT, id(post(admin, "accounting-exports", export)));
        things.put(
                Thing.BOOKS_CHECK,
                id(admin.send("POST", "books-checks", new byte[0]).expect(202).json()));
        keep(admin, things);
        refund(admin, things);
        deduct(admin, giro(tenant, place), things);
        things.put(
                Thing.PAYMENT_RULE,
                id(post(
                        admin,
                        "payment-rules",
                        Examples.rule(
                                things.getOrDefault(Thing.WAITING_PAYMENT, ""),
                                things.getOrDefault(Thing.MEMBER, "")))));
        var other = file(giro(tenant, place), OutgoingPayment.free(payer, "vet ej", 150_00));
        things.put(
                Thing.REHEARSED_FILE,
                id(admin.upload("name=prov.txt&rehearsal=true", other)
                        .expect(201)
                        .json()));
        var spare = file(giro(tenant, place), OutgoingPayment.free(payer, "till ingen", 160_00));
        things.put(
                Thing.SPARE_FILE,
                id(admin.upload("name=reserv.txt&rehearsal=true", spare)
                        .expect(201)
                        .json()));
    }

    private void grants(String tenant, Client admin, Map<Thing, String> things) {
        var group = things.getOrDefault(Thing.GROUP, "");
        var given = give(admin, somebody(tenant, group));
        things.put(Thing.GRANT, id(given));
        things.put(Thing.USER, given.at("/user/id").asText());
        things.put(Thing.SPARE_GRANT, id(give(admin, somebody(tenant, group))));
    }

    /** A wish to let somebody new into a group as a cashier. */
    static Map<String, String> somebody(String tenant, String group) {
        var address = UUID.randomUUID() + "@" + tenant + ".example";
        return Map.of("name", "Gun " + mark(tenant), "email", address, "role", "CASHIER", "groupId", group);
    }

    private static byte[] file(String giro, OutgoingPayment... payments) {
        return BankFiles.of(giro, LocalDate.parse(TODAY), new ArrayList<>(List.of(payments)));
    }

    private String giro(String tenant, Place place) {
        return one(tenant, "select bankgiro from group_node where id = '" + group(tenant, place) + "'");
    }

    private String group(String tenant, Place place) {
        return one(
                tenant,
                "select id from group_node where slug = '" + tenant
                        + place.slug().substring(HERE.length()) + "'");
    }

    private String one(String tenant, String query) {
        var found = product.books().column(tenant, query);
        assertThat(found).as(query).isNotEmpty();
        return found.get(0);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }

    /** A file of members with one line, who belongs to the group of that short name. */
    static byte[] members(String group) {
        var number = 1_000_000L + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var head = "number,group,type,givenName,familyName,born,email,street,postalCode,city\n";
        var line = "%d,%s,ar,Sam,Lika,1980-01-01,,,,\n".formatted(number, group);
        return (head + line).getBytes(StandardCharsets.UTF_8);
    }
}
