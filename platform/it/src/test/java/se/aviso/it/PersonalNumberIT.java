package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A personal number is kept sealed, shown masked, and seen whole by few and for a reason. */
@OnRunningProduct
class PersonalNumberIT {
    private static final String PROV = "prov";
    private static final String MASKED = "19800517-****";

    private final Product product;
    private final Client office;
    private final Client chair;
    private final Tree tree;

    PersonalNumberIT(Product product) {
        this.product = product;
        this.office = product.admin(PROV);
        this.chair = product.as(PROV, "ordforande");
        this.tree = new Tree(office);
    }

    @Test
    void itIsAnsweredMaskedAndStandsInNoColumnOfTheDatabase() {
        var number = free();
        var member = added(office, number.substring(2, 8) + "-" + number.substring(8))
                .expect(201)
                .json();
        assertThat(member.get("personalNumber").asText()).isEqualTo(MASKED);
        var id = member.get("id").asText();
        assertThat(office.get("members/" + id).expect(200).text())
                .contains(MASKED)
                .doesNotContain(number.substring(2), number.substring(2, 8) + "-" + number.substring(8));
        reveal(office, id, "Kontroll mot registret").expect(200);
        assertThat(columnsWith(number.substring(2))).isEmpty();
    }

    @Test
    void itIsSeenWholeByFewAndForAReasonThatIsKept() {
        var number = free();
        var id = member(number);
        var shown = reveal(office, id, "Kontroll mot registret").expect(200);
        assertThat(shown.json().get("personalNumber").asText())
                .isEqualTo(number.substring(0, 8) + "-" + number.substring(8));
        assertThat(shown.header("Cache-Control")).contains("no-store");
        var entry = office.all("audit-entries?subjectId=" + id).get(0);
        assertThat(entry.get("act").asText()).isEqualTo("PERSONAL_NUMBER_SEEN");
        assertThat(entry.get("reason").asText()).isEqualTo("Kontroll mot registret");
        assertThat(reveal(office, id, " ").expect(422).problem()).isEqualTo("reason-missing");
        assertThat(reveal(office, id, "för " + number).expect(422).problem()).isEqualTo("personal-number-in-reason");
        reveal(chair, id, "Nyfiken").expect(403);
        reveal(product.admin("annan"), id, "Nyfiken").expect(404);
        reveal(office, UUID.randomUUID().toString(), "Finns inte").expect(404);
    }

    @Test
    void aMemberIsFoundByTheWholeNumberByThoseWhoMaySeeIt() {
        var number = free();
        var id = member(number);
        for (var written : List.of(number, number.substring(2), number.substring(0, 8) + "-" + number.substring(8))) {
            assertThat(ids(office.get("members?q=" + written).expect(200).json()))
                    .containsExactly(id);
        }
        assertThat(ids(office.get("members?q=" + free()).expect(200).json())).isEmpty();
        assertThat(ids(chair.get("members?q=" + number).expect(200).json())).isEmpty();
        assertThat(ids(product.admin("annan")
                        .get("members?q=" + number)
                        .expect(200)
                        .json()))
                .isEmpty();
    }

    @Test
    void theLookUpIsServedByItsIndexUnderIsolation() {
        assertThat(product.books()
                        .column(PROV, "select proleakproof::text from pg_proc where proname in ('byteaeq', 'bytealt')"))
                .containsOnly("true");
    }

    @Test
    void itHasToAgreeWithTheDayOfBirthAndItsCheckDigit() {
        var number = free();
        assertThat(added(office, "1981" + number.substring(4)).status()).isEqualTo(422);
        var last = number.charAt(11) == '9' ? '0' : (char) (number.charAt(11) + 1);
        assertFault(added(office, number.substring(0, 11) + last), "bad-personal-number");
        assertFault(added(office, Numbers.of("810517", 1)), "personal-number-of-other-day");
    }

    @Test
    void twoMembersOfATenantNeverHaveTheSame() {
        var number = free();
        var id = member(number);
        assertFault(added(office, number), "personal-number-taken");
        var other = member(free());
        assertFault(
                office.patch("members/" + other, Map.of("personalNumber", number), "If-Match", "*"),
                "personal-number-taken");
        office.patch("members/" + id, Map.of("personalNumber", number), "If-Match", "*")
                .expect(200);
        addedTo(product.admin("annan"), new Tree(product.admin("annan")).id("annan-ett"), number, "annan")
                .expect(201);
    }

    @Test
    void itIsChangedAndForgotten() {
        var id = member(free());
        var next = free();
        office.patch("members/" + id, Map.of("personalNumber", next), "If-Match", "*")
                .expect(200);
        assertThat(ids(office.get("members?q=" + next).json())).containsExactly(id);
        var nothing = new HashMap<String, String>();
        nothing.put("personalNumber", null);
        var forgotten = office.patch("members/" + id, nothing, "If-Match", "*")
                .expect(200)
                .json();
        assertThat(forgotten.has("personalNumber")).isFalse();
        reveal(office, id, "Finns det kvar").expect(404);
        assertThat(office.all("audit-entries?subjectId=" + id)
                        .get(0)
                        .at("/changes/0/field")
                        .asText())
                .isEqualTo("PERSONAL_NUMBER");
    }

    @Test
    void whatWasPutIntoAnothersRowIsNotOpened() {
        var one = member(free());
        var two = member(free());
        exchange(one, two);
        try {
            var refused = reveal(office, one, "Kontroll");
            assertThat(refused.expect(422).problem()).isEqualTo("personal-number-tampered");
        } finally {
            exchange(one, two);
        }
        reveal(office, one, "Kontroll").expect(200);
    }

    @Test
    void aListBringsNumbersForThoseWhoMaySeeThem() {
        var one = free();
        var header = "number,group,type,givenName,familyName,born,email,street,postalCode,city,personalNumber\n";
        var first = 700_000 + (int) (System.nanoTime() % 100_000) * 10;
        var rows = header + row(first, one) + row(first + 1, "");
        assertThat(chair.importMembers(rows).expect(422).text()).contains("personal-number-not-yours");
        office.importMembers(rows).expect(200);
        assertThat(ids(office.get("members?q=" + one).json())).hasSize(1);
        var faulty = header + row(first + 2, one) + row(first + 3, free()) + row(first + 4, "8005171234x");
        var refused = office.importMembers(faulty).expect(422).text();
        assertThat(refused).contains("bad-personal-number").doesNotContain(one);
        var taken = office.importMembers(header + row(first + 5, free()) + row(first + 6, one))
                .expect(422)
                .text();
        assertThat(taken).contains("personal-number-taken", "/3/personalNumber");
        assertThat(office.get("members?q=" + (first + 5)).json().get("items")).isEmpty();
    }

    @Test
    void thePublicFormTakesItWhereTheTenantAsksAndTellsNobodyWhoIsAMember() {
        var number = free();
        var people = new SignUps(product);
        var joined = people.send("prov-ett", form(number), UUID.randomUUID().toString());
        assertThat(joined.status()).isEqualTo(201);
        var id = joined.body().get("memberId").asText();
        assertThat(ids(office.get("members?q=" + number).json())).containsExactly(id);
        var twin = people.send("prov-ett", form(number), UUID.randomUUID().toString());
        assertThat(twin.status()).isEqualTo(201);
        var twinId = twin.body().get("memberId").asText();
        assertThat(office.get("members/" + twinId).json().has("personalNumber")).isFalse();
        var unasked = people.send("annan-ett", form(number), UUID.randomUUID().toString());
        assertThat(unasked.status()).isEqualTo(422);
        assertThat(unasked.body().toString()).contains("personal-number-not-asked");
        assertThat(columnsWith(number.substring(2))).isEmpty();
    }

    private static String row(int memberNumber, String personalNumber) {
        return memberNumber + ",prov-ett,ar,Lista,Rad,1980-05-17,,Gatan 1,111 22,Ort," + personalNumber + "\n";
    }

    private static String form(String number) {
        return SignUps.form("ar", Integer.parseInt(number.substring(8)))
                .replace("\"born\"", "\"personalNumber\": \"" + number + "\", \"born\"");
    }

    private void exchange(String one, String two) {
        product.books().column(PROV, """
                update personal_number p set sealed = q.sealed from personal_number q
                where p.member_id in ('%1$s', '%2$s') and q.member_id in ('%1$s', '%2$s')
                  and p.member_id <> q.member_id returning 1""".formatted(one, two));
    }

    /** One that nobody has yet: other tests take some too. */
    private String free() {
        var number = Numbers.fresh();
        while (!ids(office.get("members?q=" + number).expect(200).json()).isEmpty()) {
            number = Numbers.fresh();
        }
        return number;
    }

    private String member(String number) {
        return added(office, number).expect(201).json().get("id").asText();
    }

    private Client.Reply added(Client client, String number) {
        return addedTo(client, tree.id("prov-ett"), number, PROV);
    }

    private Client.Reply addedTo(Client client, String group, String number, String tenant) {
        var type = client.all("membership-types").get(0).get("id").asText();
        var body = new HashMap<String, Object>();
        body.put("givenName", "Nummer");
        body.put("familyName", "Nils");
        body.put("born", Numbers.BORN);
        body.put("email", "nummer@" + tenant + ".example");
        body.put("personalNumber", number);
        body.put("memberships", List.of(Map.of("groupId", group, "typeId", type)));
        return client.post("members", body);
    }

    private static Client.Reply reveal(Client client, String id, String reason) {
        return client.post("members/" + id + "/personal-number:reveal", Map.of("reason", reason));
    }

    private static void assertFault(Client.Reply reply, String code) {
        assertThat(reply.expect(422).text()).contains(code, "/personalNumber");
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    private List<String> columnsWith(String digits) {
        var columns = Columns.of(product, PROV);
        var found = new ArrayList<>(columns.with(digits));
        found.addAll(columns.with(digits.substring(0, 6) + "-" + digits.substring(6)));
        return found;
    }
}
