package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each kind of document has the look of the nearest group, and what was issued keeps its own. */
@OnRunningProduct
class LooksIT {
    private static final String TENANT = "prov";

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    LooksIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aKindHasALookOfItsOwnAndWhatWasIssuedKeepsIt() {
        var place = clubs.place();
        var plain = clubs.join(place).invoice();
        var before = pdf(plain);
        assertThat(colours(before)).doesNotContain("8a2f2a");
        set(place.club(), 0, look("FIRST", "klassisk", "#8A2F2A"));
        var first = clubs.join(place).invoice();
        var onFirst = pdf(first);
        assertThat(colours(onFirst)).contains("8a2f2a");
        assertThat(colours(sample(place.club(), "FIRST"))).contains("8a2f2a");
        assertThat(colours(sample(place.club(), "RECEIPT"))).doesNotContain("8a2f2a");
        set(place.club(), 1, look("RECEIPT", "kompakt", "#1f5c2e"));
        assertThat(colours(pdf(clubs.join(place).invoice()))).doesNotContain("8a2f2a");
        assertThat(pdf(first)).isEqualTo(onFirst);
        assertThat(pdf(plain)).isEqualTo(before);
        assertThat(colours(sample(place.club(), "RECEIPT"))).contains("1f5c2e");
        assertThat(office.get(path(place.club()) + "/versions")
                        .expect(200)
                        .json()
                        .get("items"))
                .extracting(version -> version.at("/looks/0/kind").asText())
                .containsExactly("RECEIPT", "FIRST");
    }

    @Test
    void theNearestGroupGoesFirstAndTellsWhatHolds() {
        var root = product.books()
                .column(TENANT, "select id::text from group_node where parent_id is null order by path")
                .get(0);
        var district = group("DISTRICT", root);
        var club = group("LOCAL", district);
        set(district, 0, Map.of("looks", List.of(Map.of("kind", "REMINDER1", "accent", "#8a2f2a"))));
        assertThat(accent(club, "REMINDER1")).isEqualTo("#8a2f2a " + district + " false");
        var etag = office.get("groups/" + club).expect(200).header("ETag");
        var general = Map.of("billingIdentity", Map.of("accent", "#1f5c2e"));
        office.patch("groups/" + club, general, "If-Match", etag).expect(200);
        assertThat(accent(club, "REMINDER1")).isEqualTo("#1f5c2e " + club + " true");
        assertThat(office.get(path(club)).json().get("version").asInt())
                .as("a change of the billing identity is a version")
                .isEqualTo(1);
        assertThat(colours(sample(club, "REMINDER1"))).contains("1f5c2e").doesNotContain("8a2f2a");
    }

    @Test
    void whatIsNoLookOrWasChangedMeanwhileIsRefused() {
        var club = clubs.place().club();
        assertThat(put(club, 0, look("FIRST", "barock", "#ffff00"))
                        .expect(422)
                        .json()
                        .get("errors"))
                .extracting(fault -> fault.get("pointer").asText())
                .containsExactly("/looks/0/accent", "/looks/0/templateId");
        assertThat(put(club, 0, look("FIRST", "own", "#8a2f2a")).expect(422).text())
                .contains("template-none");
        var unknown = Map.of("looks", List.of(Map.of("kind", "FIRST", "logo", "0".repeat(64))));
        assertThat(put(club, 0, unknown).expect(422).text()).contains("bad-logo");
        set(club, 0, look("FIRST", "kompakt", "#8a2f2a"));
        put(club, 0, look("FIRST", "luftig", "#8a2f2a")).expect(412);
        assertThat(office.get("audit-entries?act=LOOK_SET&subjectId=" + club)
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void aKindOfDocumentsHasASlipAndCodesWhereItsLookHasThem() throws IOException {
        var club = clubs.place().club();
        var wrong = Map.of("looks", List.of(Map.of("kind", "FIRST", "slip", "kanske", "qr", "swisch")));
        assertThat(put(club, 0, wrong).expect(422).json().get("errors"))
                .extracting(fault -> fault.get("pointer").asText())
                .containsExactly("/looks/0/qr", "/looks/0/slip");
        set(club, 0, Map.of("looks", List.of(Map.of("kind", "FIRST", "slip", "på", "qr", "UsingQR"))));
        assertThat(office.get(path(club)).expect(200).json().at("/looks/0").toString())
                .contains("\"slip\":\"on\"", "\"qr\":\"usingqr\"");
        try (var first = Loader.loadPDF(sample(club, "FIRST"));
                var renewal = Loader.loadPDF(sample(club, "RENEWAL"))) {
            assertThat(new PDFTextStripper().getText(first)).contains("Inbetalningsavi", "Betala i bankens app");
            assertThat(new PDFTextStripper().getText(renewal)).doesNotContain("Inbetalningsavi", "bankens app");
        }
    }

    @Test
    void aLookForAllKindsStandsInTheBillingIdentityToo() {
        var club = clubs.place().club();
        set(
                club,
                0,
                Map.of(
                        "looks",
                        List.of(Map.of("templateId", "kompakt"), Map.of("kind", "OFFER", "templateId", "luftig"))));
        assertThat(office.get("groups/" + club)
                        .json()
                        .at("/billingIdentity/templateId")
                        .asText())
                .isEqualTo("kompakt");
        var holding = office.get(path(club)).expect(200).json().get("holding");
        assertThat(holding)
                .filteredOn(each -> each.get("field").asText().equals("templateId"))
                .extracting(each ->
                        each.get("kind").asText() + " " + each.get("value").asText())
                .contains("OFFER luftig", "RECEIPT kompakt");
    }

    private String accent(String club, String kind) {
        var holding = office.get(path(club)).expect(200).json().get("holding");
        for (var each : holding) {
            if (each.get("kind").asText().equals(kind)
                    && each.get("field").asText().equals("accent")) {
                return each.get("value").asText() + " " + each.get("groupId").asText() + " "
                        + each.get("forAllKinds").asBoolean();
            }
        }
        return "";
    }

    private static Map<String, Object> look(String kind, String page, String accent) {
        return Map.of("looks", List.of(Map.of("kind", kind, "templateId", page, "accent", accent)));
    }

    private void set(String club, int version, Map<String, ?> looks) {
        put(club, version, looks).expect(200);
    }

    private Client.Reply put(String club, int version, Map<String, ?> looks) {
        return office.send(
                "PUT",
                path(club),
                Client.bytes(looks),
                "If-Match",
                "\"" + version + "\"",
                "Content-Type",
                "application/json");
    }

    private static String path(String club) {
        return "groups/" + club + "/looks";
    }

    private byte[] sample(String club, String kind) {
        return office.post("groups/" + club + "/wording:preview", Map.of("kind", kind, "language", "SV"))
                .expect(200)
                .bytes();
    }

    private byte[] pdf(String invoice) {
        return office.get("invoices/" + invoice + "/document.pdf").expect(200).bytes();
    }

    private String group(String kind, String parent) {
        var slug = "utseende-" + UUID.randomUUID();
        var body = Map.of("name", "Utseende", "slug", slug, "kind", kind, "parentId", parent);
        return office.post("groups", body).expect(201).json().get("id").asText();
    }

    /** The colours that its pages are written in. */
    private static Set<String> colours(byte[] pdf) {
        var colours = new HashSet<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                colours(new PDFStreamParser(page).parse(), page.getResources(), colours);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return colours;
    }

    /** Those that are named by their parts, and those that are taken off the document's palette. */
    private static void colours(List<Object> tokens, PDResources resources, Set<String> into) throws IOException {
        PDColorSpace palette = PDDeviceGray.INSTANCE;
        for (var at = 1; at < tokens.size(); at++) {
            var name = tokens.get(at) instanceof Operator operator ? operator.getName() : "";
            var before = tokens.get(at - 1);
            switch (name) {
                case "rg", "RG" -> into.add(hex(parts(tokens.subList(at - 3, at))));
                case "cs", "CS" -> palette = resources.getColorSpace((COSName) before);
                case "sc", "SC", "scn", "SCN" -> into.add(hex(palette.toRGB(parts(List.of(before)))));
                default -> {}
            }
        }
    }

    private static float[] parts(List<Object> numbers) {
        var parts = new float[numbers.size()];
        for (var at = 0; at < parts.length; at++) {
            parts[at] = ((COSNumber) numbers.get(at)).floatValue();
        }
        return parts;
    }

    private static String hex(float[] colour) {
        var hex = new StringBuilder();
        for (var part : colour) {
            hex.append("%02x".formatted(Math.round(part * 255)));
        }
        return hex.toString();
    }
}
