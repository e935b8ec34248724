package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Roles are given and taken back over REST: nobody gives what they lack, and nobody sees beyond their own groups. */
@OnRunningProduct
class GrantsIT {
    private static final String FAR = "2099-06-30";

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
        var given = Grants.give(chair, wish).expect(201).json();
        assertThat(given.at("/user/name").asText()).isEqualTo("Klas Kassör");
        cashier.get(invoice).expect(200);
        cashier.get("members").expect(403);
        cashier.get("grants").expect(403);
        chair.send("DELETE", "grants/" + Grants.id(given), new byte[0]).expect(204);
        cashier.get(invoice).expect(404);
    }

    @Test
    void aNameThatLogInWouldRefuseIsRefusedAtOnce() {
        var wish = new HashMap<>(Grants.toSomebodyNew("AUDITOR", ett()));
        wish.put("name", "<script>");
        assertThat(Grants.give(chair, wish).expect(422).problem()).isEqualTo("signs-in-name");
    }

    @Test
    void whatWasTakenBackStaysToBeRead() {
        var given = Grants.give(chair, Grants.toSomebodyNew("AUDITOR", ett()))
                .expect(201)
                .json();
        assertThat(given.at("/user/hasLoggedIn").asBoolean()).isFalse();
        assertThat(given.get("givenBy").asText()).isNotBlank();
        chair.send("DELETE", "grants/" + Grants.id(given), new byte[0]).expect(204);
        chair.send("DELETE", "grants/" + Grants.id(given), new byte[0]).expect(204);
        var ended = chair.get("grants/" + Grants.id(given)).expect(200).json();
        assertThat(ended.get("endedAt").asText()).isNotBlank();
        assertThat(ended.get("endedBy")).isEqualTo(given.get("givenBy"));
        assertThat(Grants.ids(chair.all("grants"))).doesNotContain(Grants.id(given));
        assertThat(Grants.ids(chair.all("grants?ended=true"))).contains(Grants.id(given));
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
            assertThat(Grants.give(reader, Grants.toSomebodyNew("CASHIER", tva()))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aGroupOutsideOfOnesOwnIsAsUnknownAsAnyOther() {
        for (var foreign : List.of(tva(), tree.id("prov-distrikt"), tree.id("prov-forbund"))) {
            var refused =
                    Grants.give(chair, Grants.toSomebodyNew("CASHIER", foreign)).expect(422);
            var unknown = Grants.give(
                            chair,
                            Grants.toSomebodyNew("CASHIER", UUID.randomUUID().toString()))
                    .expect(422);
            assertThat(Grants.untraced(refused))
                    .isEqualTo(Grants.untraced(unknown))
                    .contains("unknown-group");
        }
    }

    @Test
    void grantsAndUsersOutsideOfOnesOwnGroupsAreAsUnknownAsAnyOther() {
        var foreign = Grants.grantOf(office, "Disa Distrikt");
        var user = foreign.at("/user/id").asText();
        for (var stranger : List.of(chair, product.admin("annan"))) {
            Grants.assertSameAsUnknown(stranger, "GET", "grants/%s", Grants.id(foreign));
            Grants.assertSameAsUnknown(stranger, "DELETE", "grants/%s", Grants.id(foreign));
            Grants.assertSameAsUnknown(stranger, "GET", "users/%s", user);
            assertThat(Grants.ids(stranger.all("grants"))).doesNotContain(Grants.id(foreign));
            assertThat(Grants.ids(stranger.all("users?q=distrikt"))).doesNotContain(user);
            assertThat(stranger.all("grants?userId=" + user)).isEmpty();
        }
        var wish = Map.of("userId", user, "role", "CASHIER", "groupId", ett());
        assertThat(Grants.give(chair, wish).expect(422).problem()).isEqualTo("unknown-user");
        assertThat(chair.all("grants"))
                .allMatch(grant -> grant.path("groupId").asText().equals(ett()));
        assertThat(Grants.ids(office.all("grants"))).contains(Grants.id(foreign));
    }

    @Test
    void aGrantEndsNoLaterThanItsGiversAndGoesOnWhenThatIsTakenBack() {
        var admin = new HashMap<String, String>(
                Map.of("userId", Grants.userOf(office, "Klas Kassör"), "role", "GROUP_ADMIN", "groupId", ett()));
        admin.put("until", FAR);
        var own = Grants.give(office, admin).expect(201).json();
        var wish = new HashMap<>(Grants.toSomebodyNew("CASHIER", ett()));
        assertThat(Grants.give(cashier, wish).expect(422).problem()).isEqualTo("grant-outlasts-own");
        wish.put("until", LocalDate.parse(FAR).plusDays(1).toString());
        assertThat(Grants.give(cashier, wish).expect(422).problem()).isEqualTo("grant-outlasts-own");
        wish.put("until", "2020-01-01");
        assertThat(Grants.give(cashier, wish).expect(422).problem()).isEqualTo("grant-over");
        wish.put("until", FAR);
        var given = Grants.give(cashier, wish).expect(201).json();
        office.send("DELETE", "grants/" + Grants.id(own), new byte[0]).expect(204);
        assertThat(cashier.get("grants").status()).isEqualTo(403);
        assertThat(Grants.ids(chair.all("grants"))).contains(Grants.id(given)).doesNotContain(Grants.id(own));
    }

    @Test
    void aKeyGivesOnceAndARoleIsNotGivenTwice() {
        var wish = Grants.toSomebodyNew("CASHIER", ett());
        var key = UUID.randomUUID().toString();
        var first = chair.post("grants", wish, "Idempotency-Key", key).expect(201);
        assertThat(chair.post("grants", wish, "Idempotency-Key", key)
                        .expect(201)
                        .text())
                .isEqualTo(first.text());
        assertThat(Grants.give(chair, wish).expect(422).problem()).isEqualTo("grant-there");
        assertThat(chair.post("grants", wish).status()).isEqualTo(400);
    }

    @Test
    void theLastTenantAdminStays() {
        var alone = product.admin("annan");
        var own = Grants.grantOf(alone, "annan-admin");
        assertThat(alone.send("DELETE", "grants/" + Grants.id(own), new byte[0])
                        .expect(422)
                        .problem())
                .isEqualTo("last-tenant-admin");
        Grants.give(alone, Map.of("name", "Ny", "email", "ny@annan.example", "role", "TENANT_ADMIN"))
                .expect(201);
        assertThat(alone.send("DELETE", "grants/" + Grants.id(own), new byte[0])
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
            Grants.give(client, Map.of("userId", Grants.userOf(client, other.name), "role", "TENANT_ADMIN"))
                    .expect(201);
        }

        String grantOf(Admin other) {
            return client.all("grants?role=TENANT_ADMIN").stream()
                    .filter(grant -> grant.at("/user/name").asText().equals(other.name))
                    .map(Grants::id)
                    .findFirst()
                    .orElseThrow();
        }

        CompletableFuture<Integer> takingFrom(String grant) {
            return CompletableFuture.supplyAsync(
                    () -> client.send("DELETE", "grants/" + grant, new byte[0]).status());
        }
    }

    private static void assertRefused(Client giver, String role, String group, String why) {
        assertThat(Grants.give(giver, Grants.toSomebodyNew(role, group))
                        .expect(422)
                        .problem())
                .as(role)
                .isEqualTo(why);
    }

    private String ett() {
        return tree.id("prov-ett");
    }

    private String tva() {
        return tree.id("prov-tva");
    }
}
