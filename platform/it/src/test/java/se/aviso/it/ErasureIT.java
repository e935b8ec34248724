package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Who asks to be forgotten is, as far as the law lets; what stays is certified, with its ground and its last day. */
@OnRunningProduct
class ErasureIT {
    private static final String PROV = "prov";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final Product product;
    private final Client office;
    private final Tree tree;
    private final String mark = "x" + UUID.randomUUID().toString().replace("-", "");

    ErasureIT(Product product) {
        this.product = product;
        this.office = product.admin(PROV);
        this.tree = new Tree(office);
    }

    @Test
    void nothingOfThePersonIsLeftInAnyColumn() {
        var id = added();
        noted(id);
        assertThat(Columns.of(product, PROV).with(mark)).isNotEmpty();
        var certificate =
                erase(office, id, "Begäran den 4 januari", "*").expect(200).json();
        assertThat(Columns.of(product, PROV).with(mark)).isEmpty();
        assertThat(certificate.get("memberId").asText()).isEqualTo(id);
        assertThat(certificate.get("erased").toString()).contains("PERSONAL_NUMBER", "CONTACT", "DRAFTS", "NOTES");
        assertThat(office.get("members/" + id + "/erasure").expect(200).json()).isEqualTo(certificate);
        var member = office.get("members/" + id).expect(200).json();
        assertThat(member.get("givenName").asText()).isEqualTo("Raderad");
        assertThat(member.has("personalNumber") || member.has("email") || member.has("address"))
                .isFalse();
        assertThat(office.get("members?q=" + mark).expect(200).json().get("items"))
                .isEmpty();
        var entry = office.all("audit-entries?subjectId=" + id).get(0);
        assertThat(entry.get("act").asText()).isEqualTo("MEMBER_ERASED");
        assertThat(entry.get("reason").asText()).isEqualTo("Begäran den 4 januari");
    }

    @Test
    void itIsDoneOnceAndNothingIsWrittenBehindIt() {
        var id = added();
        erase(office, id, "Begäran", "*").expect(200);
        assertThat(erase(office, id, "Begäran", "*").expect(422).problem()).isEqualTo("erase-erased-already");
        assertThat(office.patch("members/" + id, Map.of("email", "ny@prov.example"), "If-Match", "*")
                        .expect(422)
                        .problem())
                .isEqualTo("member-erased");
    }

    @Test
    void whoMayNotOrHasNotSeenItAsItIsErasesNobody() {
        var id = added();
        erase(product.as(PROV, "ordforande"), id, "Begäran", "*").expect(403);
        erase(product.admin("annan"), id, "Begäran", "*").expect(404);
        product.admin("annan").get("members/" + id + "/erasure/preview").expect(404);
        assertThat(erase(office, id, "", "*").expect(422).problem()).isEqualTo("reason-missing");
        erase(office, id, "Begäran", "\"77\"").expect(412);
        office.post("members/" + id + ":erase", Map.of("reason", "Begäran")).expect(428);
        office.get("members/" + id + "/erasure").expect(404);
        assertThat(Columns.of(product, PROV).with(mark)).isNotEmpty();
    }

    @Test
    void whoOwesOrIsAMemberIsToldWhatComesFirst() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        assertThat(obstacles(joined.memberId())).containsExactly("OPEN_CLAIM");
        var refused = erase(office, joined.memberId(), "Begäran", "*").expect(422);
        assertThat(refused.problem()).isEqualTo("erase-open-claim");
        pay(joined);
        assertThat(obstacles(joined.memberId())).containsExactly("ACTIVE_MEMBERSHIP");
    }

    @Test
    void whatIsBookedStaysAsItWasThroughTheSeventhYear() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        pay(joined);
        end(joined);
        var invoice = office.get("invoices/" + joined.invoiceId() + "/document.pdf")
                .expect(200)
                .bytes();
        var certificate =
                erase(office, joined.memberId(), "Begäran", "*").expect(200).json();
        assertThat(certificate.get("kept").get(0).get("what").asText()).isEqualTo("INVOICES");
        assertThat(certificate.get("kept").get(0).get("ground").asText()).isEqualTo("BOOKKEEPING");
        assertThat(certificate.get("kept").get(0).get("through").asText()).isEqualTo("2034-12-31");
        assertThat(certificate.get("kept").get(1).get("what").asText()).isEqualTo("PAYMENTS");
        assertThat(office.get("invoices/" + joined.invoiceId() + "/document.pdf")
                        .expect(200)
                        .bytes())
                .isEqualTo(invoice);
    }

    /** A draft, and a note beside a stop of reminders, that name the person. */
    private void noted(String id) {
        var line = Map.of("kind", "TEXT", "text", "Till " + mark);
        office.post("invoice-drafts", Map.of("groupId", tree.id("prov-ett"), "memberId", id, "lines", List.of(line)))
                .expect(201);
        office.post("members/" + id + "/dunning-stops", Map.of("note", "Ringde, " + mark))
                .expect(201);
    }

    private List<String> obstacles(String id) {
        var preview =
                office.get("members/" + id + "/erasure/preview").expect(200).json();
        return preview.findValues("obstacles").stream()
                .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
                .map(each -> each.asText())
                .toList();
    }

    private void pay(SignUps.Joined joined) {
        var payment = OutgoingPayment.checked("Nils Betalare", joined.ocr(), joined.ore());
        office.upload("name=erase.txt", BankFiles.of("9913310", DAY, List.of(payment)))
                .expect(201);
    }

    /** As the run at the end of the period would, for this member alone. */
    private void end(SignUps.Joined joined) {
        product.books()
                .column(
                        PROV,
                        "update period set state = 2 where membership_id = '" + joined.membershipId()
                                + "' returning 1");
        product.books()
                .column(
                        PROV,
                        "update membership set status = 3 where id = '" + joined.membershipId() + "' returning 1");
    }

    private static Client.Reply erase(Client client, String id, String reason, String version) {
        return client.post("members/" + id + ":erase", Map.of("reason", reason), "If-Match", version);
    }

    private String added() {
        var body = new HashMap<String, Object>();
        body.put("givenName", "Glöm" + mark);
        body.put("familyName", "Mig" + mark);
        body.put("born", Numbers.BORN);
        body.put("email", mark + "@prov.example");
        body.put("address", Map.of("street", mark + " 1", "postalCode", "11122", "city", mark));
        body.put("guardian", Map.of("name", mark, "email", mark + "@vard.example"));
        body.put("personalNumber", Numbers.fresh());
        body.put(
                "memberships",
                List.of(Map.of(
                        "groupId", tree.id("prov-ett"),
                        "typeId",
                                office.all("membership-types").get(0).get("id").asText())));
        var reply = office.post("members", body);
        return reply.status() == 422
                ? added()
                : reply.expect(201).json().get("id").asText(); // the number was taken
    }
}
