package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups say on their documents what they want to say, and what was issued keeps what it said. */
@OnRunningProduct
class WordingIT {
    private static final String TENANT = "prov";

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    WordingIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void theNearestGroupsTextStandsOnTheDocumentAndAnIssuedOneKeepsIt() {
        var district = district();
        var place = clubUnder(district);
        set(district, 0, text("FIRST", "Hej från distriktet", "Distriktets inledning.", "Distriktets slutord."));
        set(place.club(), 0, text("FIRST", "", "Klubbens inledning.", ""));
        var first = clubs.join(place);
        var before = pdf(first.invoice());
        assertThat(words(before))
                .contains("Hej från distriktet", "Klubbens inledning.", "Distriktets slutord.")
                .doesNotContain("Välkommen som medlem", "Distriktets inledning.");

        set(place.club(), 1, text("FIRST", "", "En ny inledning.", "Vi ses på årsmötet!"));
        assertThat(pdf(first.invoice())).isEqualTo(before);
        var second = pdf(clubs.join(place).invoice());
        assertThat(words(second))
                .contains("Hej från distriktet", "En ny inledning.", "Vi ses på årsmötet!")
                .doesNotContain("Klubbens inledning.", "Distriktets slutord.");
        assertThat(office.get("groups/" + place.club() + "/wording/versions")
                        .expect(200)
                        .json()
                        .get("items"))
                .extracting(version -> version.at("/texts/0/lead").asText())
                .containsExactly("En ny inledning.", "Klubbens inledning.");
    }

    @Test
    void whatIsWrittenLaterOfAnInvoiceIsInTheWordsOfItsOwnDay() {
        var place = clubUnder(district());
        var invoice = clubs.join(place).invoice();
        var before = pdf(invoice);
        assertThat(words(before)).contains("Välkommen som medlem");
        set(place.club(), 0, text("CREDIT_NOTE", "Vi rättar oss", "Den förra var fel.", ""));

        var body = Map.of("reason", "Begärt av medlemmen");
        var note = office.post("invoices/" + invoice + "/credit-notes", body, "Idempotency-Key", key())
                .expect(201)
                .json()
                .get("id")
                .asText();
        assertThat(words(pdf(note))).contains("Vi rättar oss", "Den förra var fel.");
        assertThat(pdf(invoice)).isEqualTo(before);
    }

    @Test
    void aGroupSeesWhatHoldsAndFromWhere() {
        var district = district();
        var club = clubUnder(district).club();
        set(district, 0, text("OFFER", "Häng med ett år till", "", ""));
        var seen = office.get("groups/" + club + "/wording").expect(200);
        assertThat(seen.header("ETag")).isEqualTo("\"0\"");
        assertThat(seen.json().get("texts")).isEmpty();
        var holding = seen.json().get("holding");
        assertThat(holding).hasSize(1);
        assertThat(holding.get(0).get("text").asText()).isEqualTo("Häng med ett år till");
        assertThat(holding.get(0).get("groupId").asText()).isEqualTo(district);
        assertThat(office.get("audit-entries?act=WORDING_SET&subjectId=" + district)
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatCannotBePrintedOrWasChangedMeanwhileIsRefusedAndChangesNothing() {
        var club = clubUnder(district()).club();
        var wrong = put(club, "\"0\"", text("FIRST", "<b>Hej</b>", "å".repeat(401), ""));
        assertThat(wrong.expect(422).json().get("errors"))
                .extracting(fault -> fault.get("pointer").asText())
                .containsExactly("/texts/0/heading", "/texts/0/lead");
        set(club, 0, text("FIRST", "Hej", "", ""));
        put(club, "\"0\"", text("FIRST", "Hallå", "", "")).expect(412);
        office.send("PUT", path(club), Client.bytes(text("FIRST", "Hallå", "", "")), "Content-Type", "application/json")
                .expect(428);
        assertThat(office.get(path(club)).json().at("/texts/0/heading").asText())
                .isEqualTo("Hej");
    }

    @Test
    void aSampleShowsWhatIsNotSavedYetAndTheGroupsColour() {
        var club = clubUnder(district()).club();
        var wish = Map.of("kind", "STATEMENT", "language", "EN", "heading", "Your year with us, dear friend");
        var sample = office.post(path(club) + ":preview", wish).expect(200).bytes();
        assertThat(words(sample)).contains("Your year with us, dear friend", "Sample Member");
        assertThat(office.get(path(club)).json().get("texts")).isEmpty();

        assertThat(colour(club, "#ffff00").expect(422).text()).contains("#ffff00");
        colour(club, "8A2F2A").expect(200);
        assertThat(office.post(path(club) + ":preview", wish).expect(200).bytes())
                .isNotEqualTo(sample);
        for (var kind : List.of("FIRST", "REMINDER2", "CREDIT_NOTE", "RECEIPT", "OFFER_WITHDRAWN")) {
            for (var language : List.of("SV", "EN")) {
                office.post(path(club) + ":preview", Map.of("kind", kind, "language", language))
                        .expect(200);
            }
        }
    }

    @Test
    void aReminderIsSampledInTheTextsOfItsLevelAndOthersHaveNoLevels() {
        var club = clubUnder(district()).club();
        set(club, 0, Map.of("texts", List.of(reminder("Vi väntar än", 0), reminder("Sista gången vi skriver", 3))));
        var seen = office.get(path(club)).expect(200).json();
        assertThat(seen.get("texts"))
                .extracting(each -> each.path("level").asInt())
                .containsExactly(0, 3);
        assertThat(seen.get("holding"))
                .extracting(each -> each.path("level").asInt())
                .containsExactly(0, 3);
        assertThat(sample(club, 2, "")).contains("Vi väntar än");
        assertThat(sample(club, 3, "")).contains("Vi väntar än").doesNotContain("Sista gången");
        assertThat(sample(club, 3, "Nu räcker det")).contains("Nu räcker det");
        for (var wrong : List.of(reminder("Hej", 10), Map.of("kind", "OFFER", "language", "SV", "level", 1))) {
            var refused = put(club, "\"1\"", Map.of("texts", List.of(wrong))).expect(422);
            assertThat(refused.problem()).isEqualTo("wording-level");
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/texts/0/level");
        }
        put(club, "\"1\"", Map.of("texts", List.of(reminder("Hej", 2), reminder("Hopp", 2))))
                .expect(422);
    }

    @Test
    void aMailIsInTheWordsOfTheNearestGroupAndOneSentAgainInThoseOfItsInvoice() {
        var district = district();
        var place = clubUnder(district);
        set(district, 0, mail(Map.of("mailSubject", "Ett år till", "mailLead", "Från distriktet.")));
        set(place.club(), 0, mail(Map.of("mailLead", "Vi ses i kören!\n\nTa med en vän.", "mailClosing", "Sjung väl")));
        var joined = clubs.join(place);
        var first = mails(joined, 1).get(0);
        assertThat(first)
                .contains(
                        "!\n\nVi ses i kören!\n\nTa med en vän.\n\nHär är avin",
                        "\n\nSjung väl\n",
                        "/public/pay.xhtml?key=")
                .doesNotContain("Från distriktet", "Vänliga hälsningar");

        set(place.club(), 1, mail(Map.of("mailLead", "Något nytt.")));
        var dispatch = product.books()
                .column(TENANT, "select id::text from dispatch where invoice_id = '" + joined.invoice() + "'")
                .get(0);
        product.books()
                .column(TENANT, "update dispatch set state = 7 where id = '" + dispatch + "' returning id::text");
        office.send("POST", "dispatches/" + dispatch + ":resend", new byte[0], "Idempotency-Key", key())
                .expect(200);
        assertThat(mails(joined, 2)).extracting(WordingIT::withoutLink).containsOnly(withoutLink(first));
        assertThat(mails(clubs.join(place), 1).get(0)).contains("Något nytt.").doesNotContain("Sjung väl");
    }

    @Test
    void aMailIsSampledBeforeItIsSavedAndWhatCannotBeInOneIsRefused() {
        var club = clubUnder(district()).club();
        var wish = with(mail("REMINDER1"), Map.of("mailSubject", "Glömt något?", "smsLead", "Hej igen!"));
        var sample = office.post(path(club) + ":preview-mail", wish).expect(200).json();
        assertThat(sample.get("subject").asText()).isEqualTo("Glömt något?");
        assertThat(sample.get("text").asText()).startsWith("Hej Maja Exempelsson!\n\nVi har inte sett");
        assertThat(sample.get("sms").asText()).startsWith("Hej igen! ");
        assertThat(sample.get("smsParts").asInt()).isBetween(2, 3);
        assertThat(office.get(path(club)).json().get("texts")).isEmpty();

        var wrong = Map.<String, Object>of(
                "mailSubject", "Avi\nBcc: alla@exempel.se", "mailLead", "<b>Hej</b>", "smsLead", "å".repeat(390));
        assertThat(put(club, "\"0\"", mail(wrong)).expect(422).json().get("errors"))
                .extracting(fault -> fault.get("pointer").asText())
                .containsExactly("/texts/0/mailSubject", "/texts/0/mailLead", "/texts/0/smsLead");
        var receipt = Map.of("kind", "RECEIPT", "language", "SV", "mailLead", "Tack!");
        assertThat(put(club, "\"0\"", Map.of("texts", List.of(receipt)))
                        .expect(422)
                        .problem())
                .isEqualTo("wording-unsent");
        assertThat(office.post(path(club) + ":preview-mail", Map.of("kind", "RECEIPT", "language", "SV"))
                        .expect(422)
                        .problem())
                .isEqualTo("wording-unsent");
    }

    private static Map<String, Object> mail(Map<String, Object> texts) {
        return Map.of("texts", List.of(with(mail("FIRST"), texts)));
    }

    private static Map<String, Object> mail(String kind) {
        return Map.of("kind", kind, "language", "SV");
    }

    private static String withoutLink(String mail) {
        return mail.replaceAll("key=[\\w-]{43}", "key=");
    }

    private List<String> mails(Clubs.Joined joined, int count) {
        var address = product.books()
                .column(TENANT, "select email from member where id = '" + joined.member() + "'")
                .get(0);
        var mails = new Mails(product.data());
        Waiting.until("the mail", () -> mails.to(address).size() == count);
        return mails.to(address);
    }

    private static Map<String, Object> reminder(String heading, int level) {
        var text = Map.<String, Object>of("kind", "REMINDER1", "language", "SV", "heading", heading);
        return level == 0 ? text : with(text, Map.of("level", level));
    }

    private String sample(String club, int level, String heading) {
        return words(office.post(path(club) + ":preview", reminder(heading, level))
                .expect(200)
                .bytes());
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        var both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    @Test
    void whatIsHardestToFitIsFoundOverAllGroupsThatOneSees() {
        var place = clubUnder(district());
        clubs.join(place);
        var most = "Årsmötet hålls i klubbstugan på söndag. ".repeat(10).strip();
        set(place.club(), 0, text("FIRST", "Årsmötet", most, most));
        var cases = office.get("worst-cases").expect(200).json().get("items");
        assertThat(cases).hasSizeLessThanOrEqualTo(30);
        assertThat(cases)
                .extracting(each -> each.get("reason").asText())
                .contains("LONGEST_SELLER", "LONGEST_NAME", "MOST_LINES", "LONGEST_TEXTS")
                .contains("FULL_FOOT", "LONGEST_BASIS", "MANY_PAGES", "IBAN_ALONE");
        assertThat(cases).extracting(each -> each.get("language").asText()).contains("SV", "EN");
        assertThat(cases)
                .filteredOn(each -> each.get("groupId").asText().equals(place.club())
                        && each.get("reason").asText().equals("LONGEST_TEXTS"))
                .hasSize(2)
                .allMatch(each -> !each.get("crowded").asBoolean());
    }

    private Client.Reply colour(String club, String colour) {
        var version = office.get("groups/" + club).expect(200).header("ETag");
        var body = Map.of("billingIdentity", Map.of("accent", colour));
        return office.patch("groups/" + club, body, "If-Match", version);
    }

    private JsonNode set(String group, int version, Map<String, Object> body) {
        return put(group, "\"" + version + "\"", body).expect(200).json();
    }

    private Client.Reply put(String group, String version, Map<String, Object> body) {
        return office.send(
                "PUT", path(group), Client.bytes(body), "If-Match", version, "Content-Type", "application/json");
    }

    private static Map<String, Object> text(String kind, String heading, String lead, String foot) {
        return Map.of(
                "texts",
                List.of(Map.of("kind", kind, "language", "SV", "heading", heading, "lead", lead, "foot", foot)));
    }

    private static String path(String group) {
        return "groups/" + group + "/wording";
    }

    private String district() {
        var root = product.books()
                .column(TENANT, "select id::text from group_node where parent_id is null order by path")
                .get(0);
        return group("DISTRICT", root);
    }

    private Clubs.Place clubUnder(String district) {
        var type = clubs.place().type();
        return new Clubs.Place(group("LOCAL", district), district, type);
    }

    private String group(String kind, String parent) {
        var body = Map.of("name", "Ordagrant", "slug", key(), "kind", kind, "parentId", parent);
        return office.post("groups", body).expect(201).json().get("id").asText();
    }

    private byte[] pdf(String invoice) {
        return office.get("invoices/" + invoice + "/document.pdf").expect(200).bytes();
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String key() {
        return "ord-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
