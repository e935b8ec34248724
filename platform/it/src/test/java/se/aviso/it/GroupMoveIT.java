package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group moves with all that is its own: its grants, its prices and its members; what is issued stays as it was. */
@OnRunningProduct
class GroupMoveIT {
    private static final AtomicInteger CLUBS = new AtomicInteger();

    private final Product product;
    private final Client office;
    private final Client district;
    private final Client chair;
    private final Tree tree;
    private String from = "";
    private String to = "";
    private JsonNode club;

    GroupMoveIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.district = product.as("prov", "distrikt");
        this.chair = product.as("prov", "ordforande");
        this.tree = new Tree(office);
        this.club = office.get("me").json();
    }

    @BeforeEach
    void twoDistrictsAndAClub() {
        from = id(add("DISTRICT", tree.id("prov-forbund")));
        to = id(add("DISTRICT", tree.id("prov-forbund")));
        club = add("LOCAL", from);
    }

    @AfterEach
    void takeBackWhatWasGivenThere() {
        for (var group : new String[] {from, to}) {
            office.all("grants?groupId=" + group)
                    .forEach(grant -> office.send("DELETE", "grants/" + id(grant), new byte[0])
                            .expect(204));
        }
    }

    @Test
    void grantsOnTheGroupGoAlongAndThoseAboveItDoNot() {
        give("Klas Kassör", "GROUP_ADMIN", id(club));
        give("Disa Distrikt", "DISTRICT_ADMIN", from);
        district.get("groups/" + id(club)).expect(200);
        move(office, "*", to).expect(200);
        district.get("groups/" + id(club)).expect(404);
        product.as("prov", "kassor").get("groups/" + id(club)).expect(200);
        assertThat(office.all("groups?parent=" + to).stream().map(GroupMoveIT::id))
                .containsExactly(id(club));
        assertThat(office.all("groups?parent=" + from)).isEmpty();
        give("Disa Distrikt", "DISTRICT_ADMIN", to);
        district.get("groups/" + id(club)).expect(200);
    }

    @Test
    void pricesAndMembersGoAlongAndWhatIsIssuedStays() {
        var type = office.all("membership-types").stream()
                .filter(each -> each.get("slug").asText().equals("ar"))
                .findFirst()
                .orElseThrow();
        var price = new HashMap<String, Object>(Map.of("from", "2026-06-01", "minAge", 0, "maxAge", 150));
        price.put("amount", "123.00");
        price.put("groupId", id(club));
        office.post("price-lists/" + id(type) + "/prices", price).expect(201);
        office.patch("groups/" + id(club), Map.of("publicJoin", true), "If-Match", "*")
                .expect(200);
        var slug = club.get("slug").asText();
        var before = new SignUps(product).join(slug, "ar");
        move(office, "*", to).expect(200);
        assertThat(new SignUps(product).join(slug, "ar").ore()).isEqualTo(12_300);
        assertThat(office.all("members?groupId=" + to).stream().map(GroupMoveIT::id))
                .contains(before.memberId());
        assertThat(office.all("invoices?groupId=" + to).stream().map(GroupMoveIT::id))
                .contains(before.invoiceId());
        assertThat(office.get("invoices/" + before.invoiceId())
                        .json()
                        .get("total")
                        .asText())
                .isEqualTo("123.00");
    }

    @Test
    void whatTheGroupInheritsIsThatOfItsNewPlace() {
        office.patch("groups/" + to, Map.of("billingIdentity", Map.of("replyTo", "ny@prov.example")), "If-Match", "*")
                .expect(200);
        var identity = "groups/" + id(club) + "/billing-identity";
        assertThat(office.get(identity).expect(200).text()).contains("kassa@prov.example");
        move(office, "*", to).expect(200);
        assertThat(office.get(identity).expect(200).text())
                .contains("ny@prov.example")
                .doesNotContain("kassa@prov.example");
    }

    @Test
    void aMoveNeedsTheVersionThatWasSeen() {
        assertThat(move(office, "\"4711\"", to).status()).isEqualTo(412);
        assertThat(office.post("groups/" + id(club) + ":move", Map.of("parentId", to))
                        .status())
                .isEqualTo(428);
        var version = office.get("groups/" + id(club)).header("ETag");
        var moved = move(office, version, to).expect(200);
        assertThat(moved.header("ETag")).isNotEqualTo(version);
    }

    @Test
    void whyAGroupMovedIsKeptForWhoSaysIt() {
        var wish = Map.of("parentId", to, "reason", "distriktet delas");
        office.post("groups/" + id(club) + ":move", wish, "If-Match", "*").expect(200);
        var entry = office.all("audit-entries?act=GROUP_MOVED&subjectId=" + id(club))
                .get(0);
        assertThat(entry.get("reason").asText()).isEqualTo("distriktet delas");
    }

    @Test
    void aGroupStandsWhereItsKindBelongs() {
        assertRefused(from, "move-to-same-place");
        assertRefused(tree.id("prov-ett"), "bad-place");
        assertRefused(UUID.randomUUID().toString(), "unknown-group");
        assertRefused(id(club), "move-into-itself");
    }

    @Test
    void whoMovesAGroupMayChangeItAndBothItsParents() {
        assertThat(move(chair, "*", to).expect(404).problem()).isEqualTo("not-found");
        give("Prov-ordforande", "GROUP_ADMIN", id(club));
        assertThat(move(chair, "*", to).status())
                .as("its old parent is another's")
                .isEqualTo(403);
        give("Disa Distrikt", "DISTRICT_ADMIN", from);
        var refused = move(district, "*", to).expect(422);
        assertThat(refused.problem()).as("its new parent is another's").isEqualTo("unknown-group");
        assertThat(office.all("groups?parent=" + from)).hasSize(1);
        give("Disa Distrikt", "DISTRICT_ADMIN", to);
        move(district, "*", to).expect(200);
    }

    private Client.Reply move(Client client, String version, String parent) {
        return client.post("groups/" + id(club) + ":move", Map.of("parentId", parent), "If-Match", version);
    }

    private void assertRefused(String parent, String why) {
        assertThat(move(office, "*", parent).expect(422).problem()).isEqualTo(why);
    }

    private JsonNode add(String kind, String parent) {
        var name = "Öst " + kind + " " + CLUBS.incrementAndGet();
        return office.post("groups", Map.of("name", name, "kind", kind, "parentId", parent))
                .expect(201)
                .json();
    }

    private void give(String name, String role, String group) {
        var user = office.all("users").stream()
                .filter(each -> each.get("name").asText().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
        var wish = Map.of("userId", id(user), "role", role, "groupId", group);
        office.post("grants", wish, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}
