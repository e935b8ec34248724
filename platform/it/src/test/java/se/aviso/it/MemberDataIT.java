package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** People get a copy of all that is known of them, and nobody else's. */
@OnRunningProduct
class MemberDataIT {
    private final Product product;
    private final Client office;

    MemberDataIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @Test
    void theCopyHasEveryKindTwiceAndTheInvoicesAsTheyWereIssued() {
        var mail = "kopia-" + UUID.randomUUID() + "@people.example";
        var form = SignUps.form("ar", 4711).replaceFirst("person\\d+@people.example", mail);
        var joined = SignUps.Joined.of(new SignUps(product)
                .send("prov-ett", form, UUID.randomUUID().toString())
                .body());
        var copy = unpacked(office.get("members/" + joined.memberId() + "/data.zip")
                .expect(200)
                .bytes());
        assertThat(copy.keySet())
                .contains(
                        "profile.json",
                        "profile.csv",
                        "memberships.csv",
                        "periods.json",
                        "invoices.json",
                        "payments.csv",
                        "dispatches.json",
                        "consents.csv",
                        "audit.json",
                        "documents/" + joined.invoiceId() + ".pdf");
        assertThat(text(copy, "profile.json")).contains(mail);
        assertThat(text(copy, "profile.csv")).contains(mail);
        assertThat(text(copy, "invoices.csv")).contains(joined.ocr());
        assertThat(text(copy, "consents.csv")).contains("privacy");
        assertThat(text(copy, "audit.json")).contains("MEMBER_JOINED", "MEMBER_DATA_GIVEN");
        assertThat(copy.get("documents/" + joined.invoiceId() + ".pdf"))
                .isEqualTo(office.get("invoices/" + joined.invoiceId() + "/document.pdf")
                        .bytes());
        assertThat(office.all("audit-entries?subjectId=" + joined.memberId())
                        .get(0)
                        .get("act")
                        .asText())
                .isEqualTo("MEMBER_DATA_GIVEN");
    }

    @Test
    void membersGetTheirOwnAndNobodyElses() {
        var own = product.as("prov", "medlem").get("me/data.zip").expect(200);
        assertThat(own.header("Content-Type")).isEqualTo("application/zip");
        assertThat(own.header("Cache-Control")).contains("no-store");
        assertThat(text(unpacked(own.bytes()), "profile.json")).contains("Ada", "ada@prov.example");
        var id = office.get("members?q=Ada").json().at("/items/0/id").asText();
        product.as("prov", "medlem").get("members/" + id + "/data.zip").expect(403);
        product.as("prov", "ordforande").get("members/" + id + "/data.zip").expect(403);
        product.admin("annan").get("members/" + id + "/data.zip").expect(404);
        office.get("me/data.zip").expect(403);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static String text(Map<String, byte[]> copy, String name) {
        return new String(copy.get(name), StandardCharsets.UTF_8);
    }
}
