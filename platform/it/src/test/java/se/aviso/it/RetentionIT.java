package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the law no longer asks to keep goes by itself; what it asks for cannot go before. The tenant's year is 2027. */
@OnRunningProduct
class RetentionIT {
    private static final String PROV = "prov";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final Product product;
    private final Client office;

    RetentionIT(Product product) {
        this.product = product;
        this.office = product.admin(PROV);
    }

    @Test
    void namesGoWhenTheSeventhYearIsOverAndTheBooksStay() {
        var old = paidIn("2019-12-31");
        var kept = paidIn("2020-01-01");
        assertThat(office.get("retention").expect(200).json().get("invoices").asInt())
                .isPositive();
        office.send("POST", "retention/purge", new byte[0]).expect(200);
        assertThat(recipient(old)).isEmpty();
        assertThat(recipient(kept)).startsWith("Person");
        assertThat(payer(old)).isEmpty();
        assertThat(payer(kept)).isEqualTo("Nils Betalare");
        var again = office.get("retention").expect(200).json();
        assertThat(again.get("invoices").asInt() + again.get("payments").asInt())
                .isZero();
        assertThat(office.get("invoices/" + old).expect(200).json().get("total").asText())
                .isEqualTo("300.00");
        var entry = office.all("audit-entries?act=RETENTION_PURGED").get(0);
        assertThat(entry.get("changes").toString()).contains("INVOICES_PURGED");
    }

    @Test
    void whatIsStillOwedKeepsItsName() {
        var owed = new SignUps(product).join("prov-tva", "ar").invoiceId();
        age(owed, "2015-05-05");
        office.send("POST", "retention/purge", new byte[0]).expect(200);
        assertThat(recipient(owed)).startsWith("Person");
    }

    @Test
    void onlyWhoRunsTheWholeTenantLetsItGo() {
        product.as(PROV, "ordforande").get("retention").expect(403);
        product.as(PROV, "revisor").send("POST", "retention/purge", new byte[0]).expect(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update invoice set snapshot = '{}'",
                "update payment set message = ''",
                "update collector_export set content = ''",
                "delete from vault_piece",
                "delete from audit_entry",
                "update erasure set certificate = '{}'"
            })
    void theServersRoleCannotDoItOtherwise(String forbidden) throws SQLException {
        var database = product.books().settings();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThat(refusal(connection, forbidden)).contains("permission denied");
        }
    }

    private static String refusal(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private String paidIn(String day) {
        var joined = new SignUps(product).join("prov-tva", "ar");
        office.upload("name=old.txt", BankFiles.of("9913310", DAY, List.of(BankFiles.paying(joined))))
                .expect(201);
        age(joined.invoiceId(), day);
        return joined.invoiceId();
    }

    private void age(String invoice, String day) {
        product.books()
                .column(PROV, "update invoice set issued_on = '" + day + "' where id = '" + invoice + "' returning 1");
        product.books()
                .column(
                        PROV,
                        "update payment p set booked_on = '" + day + "' from allocation a "
                                + "where a.payment_id = p.id and a.invoice_id = '" + invoice + "' returning 1");
    }

    private String recipient(String invoice) {
        return product.books()
                .column(PROV, "select snapshot -> 'recipient' ->> 'name' from invoice where id = '" + invoice + "'")
                .get(0);
    }

    private String payer(String invoice) {
        return product.books()
                .column(
                        PROV,
                        "select p.payer ->> 'name' from payment p join allocation a on a.payment_id = p.id "
                                + "where a.invoice_id = '" + invoice + "'")
                .get(0);
    }
}
