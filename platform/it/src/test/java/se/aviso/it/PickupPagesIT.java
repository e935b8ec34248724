package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What operators and the office see of bank files that come by themselves, page by page. */
@OnRunningProduct
class PickupPagesIT {
    private static final String UPLOAD = new UUID(0, 1).toString();

    private final Product product;
    private final Client operator;

    PickupPagesIT(Product product) {
        this.product = product;
        this.operator = product.as("prov", "drift");
    }

    @Test
    void theOperatorSeesWhatWaitsAndWhatToDo() {
        var bytes =
                BankFiles.of("9917840", LocalDate.of(2027, 1, 8), List.of(OutgoingPayment.free("", "vems?", 4_700)));
        var file = operator.send(
                        "POST", "shared-files?name=okand.txt", bytes, "Content-Type", "application/octet-stream")
                .expect(201)
                .json()
                .get("id")
                .asText();
        var surfer = entered("prov", "drift");

        assertThat(shown(surfer, "/operator/tenants.xhtml")).contains("bankfil");
        assertThat(shown(surfer, "/pickup/list.xhtml")).contains("okand.txt", "Bevakad mapp", "Väntar på dig");
        assertThat(shown(surfer, "/pickup/files.xhtml")).contains("okand.txt", "Lämna in filen");
        assertThat(shown(surfer, "/pickup/file.xhtml?id=" + file))
                .contains("991-7840", "Ingen", "47,00", "Lämna över", "Fråga banken vems numret är");
        assertThat(surfer.get("/pickup/file.bin?id=" + file).status()).isEqualTo(200);
        assertThat(shown(surfer, "/pickup/new.xhtml")).contains("Lägg till server", "Privat nyckel");
        assertThat(shown(surfer, "/pickup/source.xhtml?id=" + UPLOAD))
                .contains("Uppladdat av driften", "Väntade filer");
        assertThat(shown(surfer, "/pickup/source.xhtml?id=" + server()))
                .contains("Serverns nyckel", "Prova anslutningen");
        assertThat(surfer.get("/pickup/source.xhtml?id=" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(entered("prov", "admin").get("/pickup/list.xhtml").status()).isEqualTo(403);
    }

    @Test
    void theOfficeSeesThatMoneyIsLate() throws SQLException {
        var surfer = entered("prov", "admin");
        assertThat(shown(surfer, "/home/home.xhtml")).doesNotContain("bankfil har inte kommit");
        try (var connection = product.books().connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into bank_alarm (id, source_id, kind, since) values (gen_random_uuid(), '"
                    + UPLOAD + "', 0, now())");
            statement.execute(
                    "select set_config('app.tenant', (select id::text from tenant where slug = 'prov'), false); insert into bank_source_tenant (tenant_id, source_id, last_at) "
                            + "select id, '" + UPLOAD
                            + "', now() from tenant where slug = 'prov' on conflict do nothing");
        }
        assertThat(shown(surfer, "/home/home.xhtml")).contains("bankfil har inte kommit");
        Waiting.until(
                "the alarm to end, for nothing is expected",
                () -> !shown(surfer, "/home/home.xhtml").contains("bankfil har inte kommit"));
    }

    private String server() {
        var wish = Map.of(
                "name", "Sidbanken",
                "host", "127.0.0.1",
                "port", 9,
                "user", "aviso",
                "byKey", false,
                "password", "hemligt",
                "folder", "/ut",
                "pattern", "*",
                "hours", List.of(6, 13));
        return operator.post("bank-sources", wish)
                .expect(201)
                .json()
                .at("/source/id")
                .asText();
    }

    private static String shown(Surfer surfer, String path) {
        var page = surfer.get(path);
        assertThat(page.status()).as(path + page.body()).isEqualTo(200);
        return page.plain();
    }

    private Surfer entered(String tenant, String user) {
        return Surfer.entered(product, tenant, user);
    }
}
