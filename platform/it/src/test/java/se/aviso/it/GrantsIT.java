package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Roles are given and taken back over REST: nobody gives what they lack, and nobody sees beyond their own groups. */
@OnRunningProduct
class GrantsIT {
    private static final String FAR = "2099-06-30";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Product product;
    private final Client office;
    private final Client chair;
    private final Client district;
    private final Client cashier;
    private final Tree tree;

    GrantsIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
        this.district = product.as("prov", "distrikt");
        this.cashier = product.as("prov", "kassor");
        this.tree = new Tree(office);
    }

    @Test
    void aChairMakesACashierWhoSeesTheInvoicesOfTheGroupAndNothingElse() {
        var invoice = "invoices/" + new SignUps(product).join("prov-ett", "ar").invoiceId();
        cashier.get(invoice).expect(404);
        var wish = Map.of("name", "Klas", "email", " Kassor@prov.example", "role", "CASHIER", "groupId", ett());
        var given = give(chair, wish).expect(201).json();
        assertThat(given.at("/user/name").asText()).isEqualTo("Klas Kassör");
        cashier.get(invoice).expect(200);
        cashier.get("members").expect(403);
        cashier.get("grants").expect(403);
        chair.send("DELETE", "grants/" + id(given), new byte[0]).expect(204);
        cashier.get(invoice).expect(404);
    }

    @Test
    void aNameThatLogInWouldRefuseIsRefusedAtOnce() {
        var wish = new HashMap<>(toSomebodyNew("AUDITOR", ett()));
        wish.put("name", "<script>");
        assertThat(give(chair, wish).expect(422).problem()).isEqualTo("signs-in-name");
    }

    @Test
    void whatWasTakenBackStaysToBeRead() {
        var given = give(chair, toSomebodyNew("AUDITOR", ett())).expect(201).json();
        assertThat(given.at("/user/hasLoggedIn").asBoolean()).isFalse();
        assertThat(given.get("givenBy").asText()).isNotBlank();
        chair.send("DELETE", "grants/" + id(given), new byte[0]).expect(204);
        chair.send("DELETE", "grants/" + id(given), new byte[0]).expect(204);
        var ended = chair.get("grants/" + id(given)).expect(200).json();
        assertThat(ended.get("endedAt").asText()).isNotBlank();
        assertThat(ended.get("endedBy")).isEqualTo(given.get("givenBy"));
        assertThat(ids(chair.all("grants"))).doesNotContain(id(given));
        assertThat(ids(chair.all("grants?ended=true"))).contains(id(given));
    }

    @Test
    void nobodyGivesWhatTheyLack() {
        assertRefused(chair, "TENANT_ADMIN", "", "grant-beyond-own");
        assertRefused(chair, "AUDITOR", "", "grant-beyond-own");
        assertRefused(chair, "DISTRICT_ADMIN", ett(), "role-not-here");
        assertRefused(chair, "MEMBER", ett(), "role-not-by-hand");
        assertRefused(district, "FEDERATION_ADMIN", tree.id("prov-distrikt"), "role-not-here");
        assertRefused(office, "OPERATOR", "", "grant-beyond-own");
        for (var reader : List.of(cashier, product.as("prov", "revisor"), product.as("prov", "medlem"))) {
            assertThat(give(reader, toSomebodyNew("CASHIER", tva())).status()).isEqualTo(403);
        }
    }

    @Test
    void aGroupOutsideOfOnesOwnIsAsUnknownAsAnyOther() {
        for (var foreign : List.of(tva(), tree.id("prov-distrikt"), tree.id("prov-forbund"))) {
            var refused = give(chair, toSomebodyNew("CASHIER", foreign)).expect(422);
            var unknown = give(chair, toSomebodyNew("CASHIER", UUID.randomUUID().toString()))
                    .expect(422);
            assertThat(untraced(refused)).isEqualTo(untraced(unknown)).contains("unknown-group");
        }
    }

    @Test
    void grantsAndUsersOutsideOfOnesOwnGroupsAreAsUnknownAsAnyOther() {
        var foreign = grantOf(office, "Disa Distrikt");
        var user = foreign.at("/user/id").asText();
        for (var stranger : List.of(chair, product.admin("annan"))) {
            assertSameAsUnknown(stranger, "GET", "grants/%s", id(foreign));
            assertSameAsUnknown(stranger, "DELETE", "grants/%s", id(foreign));
            assertSameAsUnknown(stranger, "GET", "users/%s", user);
            assertThat(ids(stranger.all("grants"))).doesNotContain(id(foreign));
            assertThat(ids(stranger.all("users?q=distrikt"))).doesNotContain(user);
            assertThat(stranger.all("grants?userId=" + user)).isEmpty();
        }
        var wish = Map.of("userId", user, "role", "CASHIER", "groupId", ett());
        assertThat(give(chair, wish).expect(422).problem()).isEqualTo("unknown-user");
        assertThat(chair.all("grants"))
                .allMatch(grant -> grant.path("groupId").asText().equals(ett()));
        assertThat(ids(office.all("grants"))).contains(id(foreign));
    }

    @Test
    void aGrantEndsNoLaterThanItsGiversAndGoesOnWhenThatIsTakenBack() {
        var admin = new HashMap<String, String>(
                Map.of("userId", userOf(office, "Klas Kassör"), "role", "GROUP_ADMIN", "groupId", ett()));
        admin.put("until", FAR);
        var own = give(office, admin).expect(201).json();
        var wish = new HashMap<>(toSomebodyNew("CASHIER", ett()));
        assertThat(give(cashier, wish).expect(422).problem()).isEqualTo("grant-outlasts-own");
        wish.put("until", LocalDate.parse(FAR).plusDays(1).toString());
        assertThat(give(cashier, wish).expect(422).problem()).isEqualTo("grant-outlasts-own");
        wish.put("until", "2020-01-01");
        assertThat(give(cashier, wish).expect(422).problem()).isEqualTo("grant-over");
        wish.put("until", FAR);
        var given = give(cashier, wish).expect(201).json();
        office.send("DELETE", "grants/" + id(own), new byte[0]).expect(204);
        assertThat(cashier.get("grants").status()).isEqualTo(403);
        assertThat(ids(chair.all("grants"))).contains(id(given)).doesNotContain(id(own));
    }

    @Test
    void aKeyGivesOnceAndARoleIsNotGivenTwice() {
        var wish = toSomebodyNew("CASHIER", ett());
        var key = UUID.randomUUID().toString();
        var first = chair.post("grants", wish, "Idempotency-Key", key).expect(201);
        assertThat(chair.post("grants", wish, "Idempotency-Key", key)
                        .expect(201)
                        .text())
                .isEqualTo(first.text());
        assertThat(give(chair, wish).expect(422).problem()).isEqualTo("grant-there");
        assertThat(chair.post("grants", wish).status()).isEqualTo(400);
    }

    @Test
    void theLastTenantAdminStays() {
        var alone = product.admin("annan");
        var own = grantOf(alone, "annan-admin");
        assertThat(alone.send("DELETE", "grants/" + id(own), new byte[0])
                        .expect(422)
                        .problem())
                .isEqualTo("last-tenant-admin");
        give(alone, Map.of("name", "Ny", "email", "ny@annan.example", "role", "TENANT_ADMIN"))
                .expect(201);
        assertThat(alone.send("DELETE", "grants/" + id(own), new byte[0])
                        .expect(422)
                        .problem())
                .as("who has never logged in does not step in")
                .isEqualTo("last-tenant-admin");
    }

    @Test
    void twoAdminsWhoTakeFromEachOtherAtOnceLeaveOne() {
        var first = new Admin(product.admin("annan"), "annan-admin");
        var second = new Admin(product.as("annan", "revisor"), "Rut Revisor");
        for (var round = 0; round < 5; round++) {
            first.raise(second);
            var byFirst = first.takingFrom(first.grantOf(second));
            var bySecond = second.takingFrom(first.grantOf(first));
            assertThat(List.of(byFirst.join(), bySecond.join())).containsOnlyOnce(204);
            if (bySecond.join() == 204) {
                second.raise(first);
                assertThat(first.takingFrom(first.grantOf(second)).join()).isEqualTo(204);
            }
        }
    }

    /** Somebody who may all in a tenant, while nobody takes it from them. */
    private record Admin(Client client, String name) {
        void raise(Admin other) {
            give(client, Map.of("userId", userOf(client, other.name), "role", "TENANT_ADMIN"))
                    .expect(201);
        }

        String grantOf(Admin other) {
            return client.all("grants?role=TENANT_ADMIN").stream()
                    .filter(grant -> grant.at("/user/name").asText().equals(other.name))
                    .map(GrantsIT::id)
                    .findFirst()
                    .orElseThrow();
        }

        CompletableFuture<Integer> takingFrom(String grant) {
            return CompletableFuture.supplyAsync(
                    () -> client.send("DELETE", "grants/" + grant, new byte[0]).status());
        }
    }

    @Test
    void aBankFileIsSeenAndBookedByThoseWhoseGroupsItBringsMoneyTo() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        var foreign =
                chair.upload("name=andras.txt", paying(joined)).expect(201).json();
        assertThat(foreign.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(foreign.at("/problems/0/code").asText()).isEqualTo("OTHER_GROUPS_GIRO");
        chair.get("bank-files/" + id(foreign)).expect(200);
        assertSameAsUnknown(cashier, "GET", "bank-files/%s", id(foreign));

        var bytes = paying(joined);
        var own = cashier.upload("name=egna.txt", bytes).expect(201).json();
        assertThat(own.get("state").asText()).isEqualTo("BOOKED");
        assertThat(ids(cashier.all("bank-files"))).contains(id(own));
        assertSameAsUnknown(chair, "GET", "bank-files/%s", id(own));
        assertSameAsUnknown(chair, "POST", "bank-files/%s:book", id(own));
        assertThat(chair.upload("name=egna.txt", bytes).problem()).isEqualTo("bank-file-of-others");
        product.as("prov", "revisor").get("bank-files/" + id(own)).expect(200);
    }

    @Test
    void whoReadsAFileOfOthersDoesNotBookIt() {
        var auditor = product.as("prov", "revisor");
        var wish = Map.of("userId", userOf(office, "Rut Revisor"), "role", "CASHIER", "groupId", ett());
        var till = give(office, wish).expect(201).json();
        var joined = new SignUps(product).join("prov-tva", "ar");
        var file = office.upload("name=prov.txt&rehearsal=true", paying(joined))
                .expect(201)
                .json();
        var refused = auditor.send("POST", "bank-files/" + id(file) + ":book", new byte[0]);
        assertThat(refused.expect(422).problem()).isEqualTo("bank-file-beyond-own");
        var seen = auditor.get("bank-files/" + id(file)).expect(200).json();
        assertThat(seen.get("state").asText()).isEqualTo("REHEARSED");
        office.send("DELETE", "grants/" + id(till), new byte[0]).expect(204);
    }

    private static byte[] paying(SignUps.Joined joined) {
        return BankFiles.of(
                "9913310",
                LocalDate.of(2027, 1, 6),
                List.of(OutgoingPayment.checked("Betalare", joined.ocr(), joined.ore())));
    }

    private static Client.Reply give(Client giver, Map<String, String> wish) {
        return giver.post("grants", wish, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** An empty group is the whole tree. */
    private static Map<String, String> toSomebodyNew(String role, String group) {
        var person = "person" + PEOPLE.incrementAndGet() + "@prov.example";
        var wish = new HashMap<>(Map.of("name", "Person", "email", person, "role", role));
        if (!group.isEmpty()) {
            wish.put("groupId", group);
        }
        return wish;
    }

    private static void assertRefused(Client giver, String role, String group, String why) {
        assertThat(give(giver, toSomebodyNew(role, group)).expect(422).problem())
                .as(role)
                .isEqualTo(why);
    }

    /** The same but for the number under which the answer is found in the log. */
    private static void assertSameAsUnknown(Client client, String method, String path, String id) {
        var foreign = client.send(method, path.formatted(id), new byte[0]).expect(404);
        var unknown = client.send(method, path.formatted(UUID.randomUUID()), new byte[0])
                .expect(404);
        assertThat(untraced(foreign)).isEqualTo(untraced(unknown));
    }

    private static String untraced(Client.Reply reply) {
        return reply.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private String ett() {
        return tree.id("prov-ett");
    }

    private String tva() {
        return tree.id("prov-tva");
    }

    private static String userOf(Client client, String name) {
        return client.all("users").stream()
                .filter(user -> user.get("name").asText().equals(name))
                .map(GrantsIT::id)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode grantOf(Client client, String name) {
        return client.all("grants").stream()
                .filter(grant -> grant.at("/user/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<JsonNode> things) {
        var ids = new ArrayList<String>();
        things.forEach(thing -> ids.add(id(thing)));
        return ids;
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}
