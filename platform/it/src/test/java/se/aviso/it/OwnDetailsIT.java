package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.it.Entering.HOME;
import static se.aviso.it.Entering.TENANT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People change by what they are reached; what a link in a mailbox does not prove takes an account. */
@OnRunningProduct
class OwnDetailsIT {
    private static final String PAGE = "/my/details.xhtml";
    private static final String STREET = "Hemliga stigen 7";

    private final Product product;
    private final Client office;
    private final Client member;
    private final Entering members;

    OwnDetailsIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.member = product.as(TENANT, "medlem");
        this.members = new Entering(product);
    }

    @Test
    void whoHasAnAccountChangesTheirOwnAndTheTrailKeepsWhat() {
        var own = own();
        var path = "me/details/" + own.get("id").asText();
        var seen = member.get(path).expect(200);
        var changed = member.patch(
                        path,
                        Map.of(
                                "phone", "070-123 45 67",
                                "channel", "LETTER",
                                "address", Map.of("street", "Egna gatan 1", "postalCode", "13245", "city", "Nacka")),
                        "If-Match",
                        seen.header("ETag"))
                .expect(200);
        assertThat(changed.json().get("phone").asText()).isEqualTo("+46701234567");
        assertThat(changed.json().at("/address/postalCode").asText()).isEqualTo("132 45");
        assertThat(office.get("members/" + own.get("id").asText()).json().at("/address/street"))
                .isEqualTo(changed.json().at("/address/street"));
        member.patch(path, Map.of("language", "en"), "If-Match", seen.header("ETag"))
                .expect(412);
        member.patch(path, Map.of("language", "en")).expect(428);
        var trail = office.all("audit-entries?subjectId=" + own.get("id").asText());
        assertThat(trail.get(0).get("act").asText()).isEqualTo("MEMBER_CHANGED");
        var cleared = new HashMap<String, Object>();
        cleared.put("channel", null);
        cleared.put("phone", null);
        cleared.put("address", null);
        var bare = member.patch(path, cleared, "If-Match", "*").expect(200).json();
        assertThat(List.of(bare.has("channel"), bare.has("phone"), bare.has("address")))
                .containsOnly(false);
    }

    @Test
    void eachFaultIsNamedAtItsFieldAndNothingIsChanged() {
        var path = "me/details/" + own().get("id").asText();
        var before = member.get(path).expect(200);
        var wrong = Map.of(
                "phone", "x",
                "email", "nobody",
                "channel", "PIGEON",
                "language", "de",
                "address", Map.of("street", "Egna gatan 1", "postalCode", "1", "city", "Nacka"));
        var refused = member.patch(path, wrong, "If-Match", "*").expect(422).json();
        assertThat(refused.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/phone", "/email", "/channel", "/language", "/address/postalCode");
        member.patch(path, Map.of("givenName", "Någon"), "If-Match", "*").expect(400);
        var other = members.somebody().memberId();
        member.get("me/details/" + other).expect(404);
        member.patch("me/details/" + other, Map.of("language", "en"), "If-Match", "*")
                .expect(404);
        office.get("me/details").expect(403);
        assertThat(member.get(path).header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void whoCameByALinkChangesAllButTheAddressThatItCameTo() {
        var joined = members.somebody();
        var guest = entered(joined);
        assertThat(guest.get(HOME).body()).contains(PAGE + "?member=" + joined.memberId());
        var page = guest.get(PAGE);
        assertThat(page.body()).contains(members.address(joined)).doesNotContain("id=\"email\"");
        var saved = save(guest, page, Map.of("street", STREET, "postalCode", "132 45", "city", "Nacka"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(302);
        assertThat(guest.get(saved.header("location").replaceFirst("^https?://[^/]+", ""))
                        .plain())
                .contains("Dina uppgifter är sparade");
        assertThat(known(joined).at("/address/street").asText()).isEqualTo(STREET);
        assertThat(known(joined).get("channel").asText()).isEqualTo("EMAIL");
        var empty = Map.of("street", "", "postalCode", "", "city", "", "phone", "", "channel", "", "language", "en");
        assertThat(save(guest, guest.get(PAGE), empty).status()).isEqualTo(302);
        var bare = known(joined);
        assertThat(List.of(bare.has("address"), bare.has("phone"), bare.has("channel")))
                .containsOnly(false);
        assertThat(bare.get("language").asText()).isEqualTo("en");
        assertThat(bare.get("email").asText()).isEqualTo(members.address(joined));
    }

    @Test
    void thePageNamesEachFaultAndTellsWhoWasOvertaken() {
        var joined = members.somebody();
        var guest = entered(joined);
        var wrong = save(guest, guest.get(PAGE), Map.of("street", STREET, "postalCode", "1", "phone", "x"));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.plain()).contains("Det är inget mobilnummer");
        var late = guest.get(PAGE);
        office.patch("members/" + joined.memberId(), Map.of("phone", "070-765 43 21"), "If-Match", "*")
                .expect(200);
        assertThat(save(guest, late, Map.of("phone", "070-123 45 67")).plain()).contains("medan du skrev");
        assertThat(known(joined).get("phone").asText()).isEqualTo("+46707654321");
        assertThat(guest.get(PAGE + "?member=" + members.somebody().memberId()).status())
                .isEqualTo(404);
    }

    @Test
    void whereSomebodyProtectedLivesIsToldByNoLink() {
        var joined = members.somebody();
        office.patch(
                        "members/" + joined.memberId(),
                        Map.of(
                                "phone",
                                "070-765 43 21",
                                "address",
                                Map.of("street", STREET, "postalCode", "13245", "city", "Nacka")),
                        "If-Match",
                        "*")
                .expect(200);
        members.say("update member set protected_identity = true where id = '" + joined.memberId() + "' returning 1");
        var guest = entered(joined);
        var page = guest.get(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain(STREET, "707654321", members.address(joined), "id=\"street\"", "id=\"phone\"");
        save(guest, page, Map.of("street", "En annan gata 1", "phone", "070-123 45 67", "language", "en"));
        assertThat(known(joined).at("/address/street").asText()).isEqualTo(STREET);
        assertThat(known(joined).get("phone").asText()).isEqualTo("+46707654321");
        assertThat(known(joined).get("language").asText()).isEqualTo("en");
        assertThat(guest.get("/my/data.zip?member=" + joined.memberId()).status())
                .isEqualTo(403);
        assertThat(guest.get(HOME).body()).doesNotContain("/my/data.zip");
    }

    private JsonNode own() {
        var all = member.get("me/details").expect(200).json().get("items");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private JsonNode known(SignUps.Joined joined) {
        return office.get("members/" + joined.memberId()).expect(200).json();
    }

    private Surfer entered(SignUps.Joined joined) {
        var guest = new Surfer(product);
        Entering.enter(guest, members.linkFor(members.address(joined)));
        return guest;
    }

    /** A browser sends what is chosen in each menu, changed or not. */
    private static Surfer.Page save(Surfer surfer, Surfer.Page got, Map<String, String> fields) {
        var all = new HashMap<>(Map.of("channel", "EMAIL", "language", "sv"));
        all.putAll(fields);
        return surfer.press(PAGE, got, "details", "save", all);
    }
}
