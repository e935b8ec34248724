package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An organisation's invoices in the folder of an access point: judged by the network's rules, and there once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeppolIT {
    private static final String TENANT = "annan";
    private static final String ADDRESS = "0007:5560123456";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Path folder;
    private static Product product;
    private static String group = "";
    private static String type = "";

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("peppol-");
        product = Product.start(Map.of("AVISO_PEPPOL_FOLDER", folder.toString()));
        group = one("select id::text from group_node where slug = 'annan-ett'");
        type = one("select id::text from membership_type where slug = 'ar'");
        office().send(
                        "PUT",
                        "channels/PEPPOL",
                        Client.bytes(Map.of("active", true, "place", 5)),
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/json")
                .expect(200);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void anOrganisationGetsItsInvoiceIntoTheFolderWithTheDocumentInIt() {
        var invoice = invoice(member(ADDRESS, ""));

        awaitState(invoice, "SENT");

        var document = file(invoice);
        assertThat(document)
                .contains(
                        "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
                        "schemeID=\"0007\">5560123456</cbc:EndpointID>",
                        "schemeID=\"0007\">8024991005</cbc:EndpointID>",
                        "<cbc:BuyerReference>Åsa &amp; Co</cbc:BuyerReference>",
                        "<cbc:ID>SE:BANKGIRO</cbc:ID>",
                        "currencyID=\"SEK\">300.00</cbc:PayableAmount>",
                        "mimeCode=\"application/pdf\"");
        assertThat(files()).hasSize(1);
    }

    @Test
    @Order(2)
    void aCreditNoteFollowsThatNamesTheInvoice() {
        var invoice = one("select id::text from invoice where kind = 0 order by id desc limit 1");
        office().post(
                        "invoices/" + invoice + "/credit-notes",
                        Map.of("reason", "Fel antal"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        var note = one("select id::text from credit_note where invoice_id = '" + invoice + "'");

        awaitState(note, "SENT");

        assertThat(file(note))
                .contains(
                        "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>",
                        "<cbc:ID>" + one("select number::text from invoice where id = '" + invoice + "'") + "</cbc:ID>",
                        "<cbc:Note>Fel antal</cbc:Note>",
                        "currencyID=\"SEK\">300.00</cbc:PayableAmount>");
    }

    /** No such scheme is known to the network, so a rule refuses it, and the next channel carries the invoice. */
    @Test
    @Order(3)
    void whatBreaksARuleNeverLeavesAndGoesByTheNextChannel() {
        var before = files().size();
        var invoice = invoice(member("9999:4711", "kontoret@annan.example"));

        awaitState(invoice, "FAILED");

        assertThat(one("select failure from dispatch where channel = 4 and invoice_id = '" + invoice + "'"))
                .contains("breaks rules", "PEPPOL-EN16931-CL008");
        Waiting.until(
                "the mail to follow",
                PATIENCE,
                () -> product.books()
                                .number(
                                        TENANT,
                                        "select count(*) from dispatch where channel = 0 and after_id is not null "
                                                + "and invoice_id = '" + invoice + "'")
                        == 1);
        assertThat(files()).hasSize(before);
    }

    @Test
    @Order(4)
    void anAddressThatCanBeNobodysIsRefusedWithItsPlace() {
        assertThat(office().post("members", person("0007:5560123457", ""))
                        .expect(422)
                        .text())
                .contains("/peppol", "bad-peppol");
    }

    @Test
    @Order(5)
    void whoHasNoAddressInTheNetworkIsReachedByAnotherChannel() {
        var invoice = invoice(member("", "kassa@annan.example"));

        assertThat(one("select channel::text from dispatch where invoice_id = '" + invoice + "'"))
                .isEqualTo("0");
    }

    /** Whenever the server dies, the document is there once: its name is the dispatch's. */
    @Test
    @Tag("kill")
    @Order(6)
    void whatIsInTheFolderWhenTheServerDiesIsThereOnceAfterwards() {
        var before = files().size();
        var invoice = invoice(member(ADDRESS, ""));
        Waiting.until("the document to be in the folder", PATIENCE, () -> files().size() == before + 1);
        product.kill();
        product.startAgain();
        Waiting.until(
                "the end of the hand-over to be known or given up",
                PATIENCE,
                () -> List.of("SENT", "UNKNOWN").contains(state(invoice)));
        if (state(invoice).equals("UNKNOWN")) {
            var dispatch = one("select id::text from dispatch where invoice_id = '" + invoice + "'");
            office().post("dispatches/" + dispatch + ":resend", Map.of(), "Idempotency-Key", "again-" + dispatch)
                    .expect(200);
        }

        awaitState(invoice, "SENT");

        assertThat(files()).hasSize(before + 1).allMatch(name -> name.matches("aviso-[0-9a-f-]{36}\\.xml"));
        assertThat(file(invoice)).contains("</Invoice>");
        product.books().requireClean();
    }

    private static Map<String, Object> person(String address, String email) {
        var person = new HashMap<String, Object>(Map.of(
                "givenName", "Bygg & Bo",
                "familyName", "i Åre AB",
                "born", "1980-05-17",
                "buyerReference", "Åsa & Co",
                "channel", "PEPPOL",
                "memberships", List.of(Map.of("groupId", group, "typeId", type))));
        if (!address.isEmpty()) {
            person.put("peppol", address);
        }
        if (!email.isEmpty()) {
            person.put("email", email);
        }
        return person;
    }

    private static String member(String address, String email) {
        var added = office().post("members", person(address, email)).expect(201).json();
        return added.get("id").asText();
    }

    private static String invoice(String member) {
        var line = Map.of(
                "kind",
                "FREE",
                "text",
                "Läger & mat",
                "unit",
                "300.00",
                "vat",
                "EXEMPT",
                "exemption",
                "ML 10 kap. 1 §",
                "account",
                3051);
        var bill = Map.of("groupId", group, "memberId", member, "lines", List.of(line));
        return office().post(
                        "invoices", bill, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private static void awaitState(String invoice, String state) {
        Waiting.until(
                "the dispatch of " + invoice + " by Peppol to be " + state,
                PATIENCE,
                () -> state(invoice).equals(state));
    }

    private static String state(String invoice) {
        for (var delivery :
                office().get("invoices/" + invoice).expect(200).json().get("deliveries")) {
            if (delivery.get("channel").asText().equals("PEPPOL")) {
                return delivery.get("state").asText();
            }
        }
        return "";
    }

    private static List<String> files() {
        var own = folder.resolve(TENANT);
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (var files = Files.list(own)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".part"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String file(String invoice) {
        var dispatch = one("select id::text from dispatch where channel = 4 and invoice_id = '" + invoice + "'");
        try {
            return Files.readString(folder.resolve(TENANT).resolve("aviso-" + dispatch + ".xml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Client office() {
        return product.admin(TENANT);
    }

    private static String one(String sql) {
        return product.books().column(TENANT, sql).get(0);
    }
}
