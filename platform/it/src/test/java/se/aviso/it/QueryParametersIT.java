package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query parameter that nobody reads is refused by its name: else a slip of the pen would answer everything. */
@OnRunningProduct
class QueryParametersIT {
    private final Product product;
    private final Client admin;

    QueryParametersIT(Product product) {
        this.product = product;
        this.admin = product.admin("prov");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            members?staus=ACTIVE           | parameter-unknown  | staus
            invoices?limit=1&groupid=x     | parameter-unknown  | groupid
            groups?Limit=1                 | parameter-unknown  | Limit
            me?x=1                         | parameter-none     | x
            invoices?limit=1&limit=2       | parameter-repeated | limit
            members?status=NONSENSE        | parameter-invalid  | status
            """)
    void aParameterThatIsNotUnderstoodIsNamed(String request, String code, String name) {
        var refused = admin.get(request).expect(400);
        assertThat(refused.problem()).isEqualTo(code);
        assertThat(refused.json().get("detail").asText()).contains(name);
    }

    @Test
    void theRefusalSaysWhichParametersThereAre() {
        var told = admin.get("members?staus=ACTIVE").expect(400).json();
        assertThat(told.get("detail").asText()).contains("groupId", "limit", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "refunds", "members", "invoice-runs"})
    void aRequestThatIsToSaySomethingAndSaysNothingIsToldSo(String path) {
        var key = UUID.randomUUID().toString();
        assertThat(admin.send("POST", path, new byte[0], "Idempotency-Key", key)
                        .expect(400)
                        .problem())
                .isEqualTo("body-missing");
        assertThat(admin.send("POST", path, "{}".getBytes(UTF_8), "Idempotency-Key", key)
                        .expect(415)
                        .problem())
                .isEqualTo("media-type-unsupported");
    }

    @Test
    void whoIsNotLetInLearnsNothingOfIt() {
        assertThat(product.withToken("").get("members?staus=ACTIVE").status()).isEqualTo(401);
        assertThat(product.as("prov", "medlem").get("members?staus=ACTIVE").status())
                .isEqualTo(403);
    }
}
