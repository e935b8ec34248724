package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books are examined by the product itself, and the first öre that is off is told. */
@OnRunningProduct
class BooksCheckIT {
    private static final String TENANT = "prov";

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    BooksCheckIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void theNightExaminesEachTenantByItself() {
        for (var tenant : new String[] {TENANT, "annan"}) {
            Waiting.until(
                    "the night's examination of " + tenant,
                    () -> product.books()
                                    .number(
                                            tenant,
                                            "select count(*) from books_check where wished_by is null and ended_at is not null")
                            > 0);
        }
    }

    @Test
    void aRowThatIsDamagedByAnOreRaisesTheAlarm() throws SQLException {
        var joined = people.join("prov-tva", "ar");
        overpaying.by(joined, 10_00);
        assertThat(examined().get("failed").asInt()).isZero();

        var damage = "update posting set amount = amount + %d where account = 1510 and side = 0 and invoice_id = '"
                + joined.invoiceId() + "'";
        product.books().damage(TENANT, damage.formatted(1));
        try {
            var found = examined();
            assertThat(found.get("failed").asInt()).isGreaterThanOrEqualTo(3);
            var entry = finding(found, "01-entries-balance");
            assertThat(entry.get("violations").asInt()).isEqualTo(1);
            assertThat(entry.get("offBy").asInt()).isEqualTo(1);
            assertThat(entry.at("/rows/0/entry_id").asText()).isNotEmpty();
            assertThat(finding(found, "03-receivable-is-what-is-open")
                            .at("/rows/0/invoice_id")
                            .asText())
                    .isEqualTo(joined.invoiceId());
            assertThat(finding(found, "68-account-days-are-postings")
                            .get("offBy")
                            .asInt())
                    .isEqualTo(1);
            assertThat(product.log()).contains("the books of tenant ", "are off: 01-entries-balance (1)");
        } finally {
            product.books().damage(TENANT, damage.formatted(-1));
        }
        assertThat(examined().get("failed").asInt()).isZero();
    }

    @Test
    void theNightFoldsADaysManySumsIntoOne() {
        overpaying.by(people.join("prov-tva", "ar"), 10_00);
        examined();
        assertThat(product.books()
                        .number(
                                TENANT,
                                "select count(*) from (select from account_day group by seller_group_id, booked_on, account,"
                                        + " currency having count(*) > 1) many"))
                .isZero();
    }

    private JsonNode examined() {
        var path = "books-checks/"
                + office.send("POST", "books-checks", new byte[0])
                        .expect(202)
                        .json()
                        .get("id")
                        .asText();
        Waiting.until(path, () -> office.get(path).expect(200).json().has("endedAt"));
        return office.get(path).json();
    }

    private static JsonNode finding(JsonNode examined, String check) {
        for (var finding : examined.get("findings")) {
            if (finding.get("check").asText().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError(check + " is not among " + examined);
    }
}
