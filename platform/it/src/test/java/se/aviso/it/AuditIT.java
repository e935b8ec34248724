package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done leaves an entry in the trail, what fails leaves none, and what is tampered with is found. */
@OnRunningProduct
class AuditIT {
    private static final String CHECK = "18-the-trail-is-sealed";

    private final Product product;
    private final Client office;
    private final Client chair;
    private final Tree tree;

    AuditIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
        this.tree = new Tree(office);
    }

    @Test
    void aGrantLeavesWhoGaveWhatToWhomAndWhere() {
        var group = tree.id("prov-ett");
        var given = letIn(group).expect(201).json();
        var user = given.at("/user/id").asText();
        chair.send("DELETE", "grants/" + given.get("id").asText(), new byte[0]).expect(204);
        var entries = chair.all("audit-entries?subjectId=" + user);
        assertThat(acts(entries)).containsExactly("GRANT_ENDED", "GRANT_GIVEN");
        var entry = entries.get(1);
        assertThat(entry.at("/actor/name").asText())
                .isEqualTo(given.get("givenBy").asText());
        assertThat(entry.get("groupId").asText()).isEqualTo(group);
        assertThat(after(entry, "ROLE")).isEqualTo("CASHIER");
    }

    @Test
    void whySomebodyGotAccessAndLostItIsKeptForWhoSaysIt() {
        var wish = Map.of("name", "Ny", "email", UUID.randomUUID() + "@prov.example", "role", "CASHIER");
        var told = new HashMap<>(wish);
        told.putAll(Map.of("groupId", tree.id("prov-ett"), "reason", " vald på årsmötet "));
        var given = give(told).expect(201).json();
        var grant = "grants/" + given.get("id").asText();
        assertThat(chair.send("DELETE", grant + "?reason=19900101-2385", new byte[0])
                        .expect(422)
                        .problem())
                .isEqualTo("personal-number-in-reason");
        chair.send("DELETE", grant + "?reason=flyttar", new byte[0]).expect(204);
        var entries =
                chair.all("audit-entries?subjectId=" + given.at("/user/id").asText());
        assertThat(entries)
                .extracting(entry -> entry.get("reason").asText())
                .containsExactly("flyttar", "vald på årsmötet");
    }

    @Test
    void whatChangedOfAGroupIsThereBeforeAndAfter() {
        var id = added("LOCAL", tree.id("prov-distrikt"));
        var replyTo = UUID.randomUUID() + "@prov.example";
        office.patch("groups/" + id, Map.of("billingIdentity", Map.of("replyTo", replyTo)), "If-Match", "*")
                .expect(200);
        var entries = office.all("audit-entries?subjectId=" + id);
        assertThat(acts(entries)).containsExactly("GROUP_CHANGED", "GROUP_ADDED");
        assertThat(entries.get(0).get("changes")).hasSize(1);
        assertThat(after(entries.get(0), "REPLY_TO")).isEqualTo(replyTo);
    }

    @Test
    void ofAPersonOnlyTheFieldThatChangedIsNamed() {
        var id = member();
        var secret = UUID.randomUUID() + "@prov.example";
        office.patch("members/" + id, Map.of("email", secret), "If-Match", "*").expect(200);
        var entry = office.all("audit-entries?subjectId=" + id).get(0);
        assertThat(entry.at("/changes/0/field").asText()).isEqualTo("EMAIL");
        assertThat(entry.at("/changes/0").has("after")).isFalse();
        assertThat(product.books()
                        .number("prov", "select count(*) from audit_entry where text like '%" + secret + "%'"))
                .isZero();
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        var refused = UUID.randomUUID().toString();
        give(Map.of("name", refused, "email", "a@b.example", "role", "TENANT_ADMIN"))
                .expect(422);
        chair.patch("members/" + member(), Map.of("email", "no address"), "If-Match", "*");
        assertThat(office.all("audit-entries?act=GRANT_GIVEN"))
                .noneMatch(entry -> after(entry, "ROLE").equals("TENANT_ADMIN"));
    }

    @Test
    void whoSeesSomeGroupsSeesWhatWasDoneThereAlone() {
        var own = tree.id("prov-ett");
        letIn(own).expect(201);
        assertThat(chair.all("audit-entries"))
                .isNotEmpty()
                .allMatch(entry -> entry.path("groupId").asText().equals(own));
        assertThat(office.all("audit-entries")).anyMatch(entry -> !entry.has("groupId"));
        product.as("prov", "kassor").get("audit-entries").expect(403);
        product.as("prov", "medlem").get("audit-entries").expect(403);
        var foreign = office.all("audit-entries").get(0).get("seal");
        assertThat(product.admin("annan").all("audit-entries"))
                .noneMatch(entry -> entry.get("seal").equals(foreign));
    }

    @Test
    void manyAtOnceMakeOneTrailWithoutGaps() {
        var parent = tree.id("prov-distrikt");
        var work = new ArrayList<CompletableFuture<String>>();
        for (var i = 0; i < 16; i++) {
            var group = added("LOCAL", parent);
            work.add(CompletableFuture.supplyAsync(() -> office.patch(
                            "groups/" + group, Map.of("name", "Klubb " + UUID.randomUUID()), "If-Match", "*")
                    .expect(200)
                    .text()));
        }
        work.forEach(CompletableFuture::join);
        assertThat(product.books().number("prov", "select max(number) - count(*) from audit_entry"))
                .isZero();
        product.books().requireClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set text = text || ' ' where number = 2",
                "update audit_entry set seal = sha256('x') where number = 2",
                "delete from audit_entry where number = 2",
                "delete from audit_entry where number = (select max(number) from audit_entry)",
                "update audit_head set number = number + 1",
                "delete from audit_head"
            })
    void whoeverTampersPastTheProductIsFound(String tampering) {
        added("LOCAL", tree.id("prov-distrikt"));
        assertThat(product.books().foundAfter("prov", tampering, CHECK)).isNotEmpty();
    }

    private Client.Reply letIn(String group) {
        var email = UUID.randomUUID() + "@prov.example";
        return give(Map.of("name", "Ny", "email", email, "role", "CASHIER", "groupId", group));
    }

    private Client.Reply give(Map<String, String> wish) {
        return chair.post("grants", wish, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String member() {
        return office.post(
                        "members",
                        Map.of(
                                "givenName", "Prov",
                                "familyName", "Spår",
                                "born", "1980-02-03",
                                "email", "spar@prov.example",
                                "memberships", List.of()))
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private String added(String kind, String parent) {
        var slug = "spar-" + UUID.randomUUID();
        var wish = Map.of("kind", kind, "name", "Spår", "slug", slug, "parentId", parent);
        return office.post("groups", wish).expect(201).json().get("id").asText();
    }

    private static List<String> acts(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("act").asText()).toList();
    }

    private static String after(JsonNode entry, String field) {
        for (var change : entry.get("changes")) {
            if (change.get("field").asText().equals(field)) {
                return change.path("after").asText();
            }
        }
        return "";
    }
}
