package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Where somebody with a protected identity lives is seen by few, and invoices arrive all the same. */
@OnRunningProduct
class ProtectedIdentityIT {
    private final Product product;
    private final Client office;
    private final Client chair;
    private final String street = "Hemliga vägen " + ThreadLocalRandom.current().nextInt(10_000, 1_000_000);
    private final String mail = "skydd-" + UUID.randomUUID() + "@people.example";
    private final JsonNode joined;
    private final String id;

    ProtectedIdentityIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
        this.joined = new SignUps(product)
                .send("prov-ett", form(mail, street), UUID.randomUUID().toString())
                .body();
        this.id = joined.get("memberId").asText();
    }

    @Test
    void whoMaySeeItSeesItAndTheClubsOwnAdminDoesNot() {
        assertThat(chair.get("members/" + id).expect(200).text()).contains(mail, street);
        protect(true).expect(200);
        assertThat(office.get("members/" + id).expect(200).text()).contains(mail, street);
        var seen = chair.get("members/" + id).expect(200);
        assertThat(seen.text()).doesNotContain(mail, street);
        assertThat(seen.json().get("protectedIdentity").asBoolean()).isTrue();
        assertThat(chair.get("members?q=Skydda").expect(200).text())
                .contains(id)
                .doesNotContain(mail, street);
        assertThat(product.as("prov", "revisor")
                        .get("members/" + id)
                        .expect(200)
                        .text())
                .doesNotContain(mail, street);
        protect(false).expect(200);
        assertThat(chair.get("members/" + id).expect(200).text()).contains(mail, street);
    }

    @Test
    void nobodyIsFoundByWhatIsHidden() {
        assertThat(found(chair)).isTrue();
        protect(true).expect(200);
        assertThat(found(chair)).isFalse();
        protect(false).expect(200);
        assertThat(found(chair)).isTrue();
    }

    @Test
    void theDocumentHasNoAddressForThoseWhoMayNotSeeIt() {
        protect(true).expect(200);
        var document = "invoices/" + joined.at("/invoice/id").asText() + "/document.pdf";
        assertThat(text(chair.get(document).expect(200).bytes()))
                .contains("Skydda Nummer")
                .doesNotContain(street)
                .doesNotContain("999 99");
        assertThat(text(office.get(document).expect(200).bytes())).contains(street);
    }

    @Test
    void theInvoiceIsSentAsBefore() {
        protect(true).expect(200);
        var invoice = joined.at("/invoice/id").asText();
        Waiting.until(
                "the invoice of a protected member to be sent",
                () -> office.get("invoices/" + invoice)
                        .expect(200)
                        .json()
                        .at("/deliveries/0/state")
                        .asText()
                        .equals("SENT"));
    }

    @Test
    void whatIsNotShownCannotBeChangedAndTheRestCan() {
        protect(true).expect(200);
        var refused = chair.patch("members/" + id, Map.of("email", "ny@people.example"), "If-Match", "*");
        assertThat(refused.expect(422).text()).contains("protected-identity", "/email");
        chair.patch("members/" + id, Map.of("familyName", "Nummer Ny"), "If-Match", "*")
                .expect(200);
        assertThat(office.get("members/" + id).expect(200).text()).contains(mail, street, "Nummer Ny");
    }

    @Test
    void itIsSetByFewForAReasonAndTakenDown() {
        put(chair, true, "Jag vill").expect(403);
        put(product.admin("annan"), true, "Jag vill").expect(404);
        assertThat(put(office, true, "").expect(422).problem()).isEqualTo("reason-missing");
        office.send(
                        "PUT",
                        "members/" + id + "/protection",
                        Client.bytes(body(true, "Beslut")),
                        "Content-Type",
                        "application/json")
                .expect(428);
        protect(true).expect(200);
        protect(true).expect(200);
        protect(false).expect(200);
        assertThat(office.all("audit-entries?subjectId=" + id))
                .extracting(entry -> entry.get("act").asText())
                .containsExactly("IDENTITY_OPENED", "IDENTITY_PROTECTED", "MEMBER_JOINED");
    }

    private boolean found(Client client) {
        return !client.get("members?q=" + mail).expect(200).json().get("items").isEmpty();
    }

    private Client.Reply protect(boolean isProtected) {
        return put(office, isProtected, "Beslut från Skatteverket");
    }

    private Client.Reply put(Client client, boolean isProtected, String reason) {
        return client.send(
                "PUT",
                "members/" + id + "/protection",
                Client.bytes(body(isProtected, reason)),
                "Content-Type",
                "application/json",
                "If-Match",
                "*");
    }

    private static Map<String, Object> body(boolean isProtected, String reason) {
        return Map.of("protectedIdentity", isProtected, "reason", reason);
    }

    private static String form(String mail, String street) {
        return """
                {"person": {"givenName": "Skydda", "familyName": "Nummer", "born": "1980-05-17", "email": "%s",
                  "address": {"street": "%s", "postalCode": "99999", "city": "Ingenstans"}},
                 "typeId": "ar", "paymentOption": "AVI", "channel": "EMAIL", "consents": []}
                """.formatted(mail, street);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
