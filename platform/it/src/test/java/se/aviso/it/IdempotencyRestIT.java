package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked twice is done once; what was changed meanwhile is not overwritten. */
@OnRunningProduct
class IdempotencyRestIT {
    private static final Map<String, String> SELECTION = Map.of("kind", "SELECTION", "businessDate", "2027-01-04");

    private final Product product;
    private final Client office;
    private final String key = UUID.randomUUID().toString();

    IdempotencyRestIT(Product product) {
        this.product = product;
        this.office = product.admin("annan");
    }

    @Test
    void theSameFormWithTheSameKeyJoinsOnce() {
        var people = new SignUps(product);
        var form = SignUps.form("ar", 900_001);
        var before = count("member");
        var first = people.send("annan-ett", form, key);
        var second = people.send("annan-ett", form, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(count("member")).isEqualTo(before + 1);
    }

    @Test
    void anotherFormWithTheSameKeyIsRefused() {
        var people = new SignUps(product);
        assertThat(people.send("annan-ett", SignUps.form("ar", 900_002), key).status())
                .isEqualTo(201);
        var before = count("member");
        var other = people.send("annan-ett", SignUps.form("ar", 900_003), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("type").asText()).endsWith("idempotency-key-reused");
        assertThat(count("member")).isEqualTo(before);
    }

    @Test
    void aFormWithoutAKeyIsRefused() {
        var before = count("member");
        var refused = new SignUps(product).send("annan-ett", SignUps.form("ar", 900_005), "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("type").asText()).endsWith("idempotency-key-missing");
        assertThat(count("member")).isEqualTo(before);
    }

    @Test
    void aRefusedFormLeavesItsKeyUnused() {
        var people = new SignUps(product);
        assertThat(people.send("annan-ett", SignUps.form("no-such-type", 900_004), key)
                        .status())
                .isEqualTo(422);
        assertThat(people.send("annan-ett", SignUps.form("ar", 900_004), key).status())
                .isEqualTo(201);
    }

    @Test
    void theSameRunWithTheSameKeyStartsOnce() {
        var before = count("run");
        var first =
                office.post("invoice-runs", SELECTION, "Idempotency-Key", key).expect(202);
        var second =
                office.post("invoice-runs", SELECTION, "Idempotency-Key", key).expect(202);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(count("run")).isEqualTo(before + 1);
        var other = office.post("invoice-runs", Map.of("kind", "REMINDER"), "Idempotency-Key", key);
        assertThat(other.expect(422).problem()).isEqualTo("idempotency-key-reused");
        office.finish(first.json().get("id").asText());
    }

    @Test
    void anothersKeyAndBodyOpenNoAnswer() {
        var run = office.post("invoice-runs", SELECTION, "Idempotency-Key", key).expect(202);
        var stranger = product.as("annan", "stranger");
        assertThat(stranger.post("invoice-runs", SELECTION, "Idempotency-Key", key)
                        .status())
                .isIn(403, 404, 422);
        office.finish(run.json().get("id").asText());
    }

    @Test
    void aRunWithoutAKeyIsRefused() {
        assertThat(office.post("invoice-runs", SELECTION).expect(400).problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void aMemberIsChangedOnlyAsTheClientHasSeenIt() {
        var path = "members/" + member().get("id").asText();
        var tag = office.get(path).expect(200).header("ETag");
        assertThat(tag).isNotEmpty();
        office.patch(path, Map.of("familyName", "Ingen"), "If-Match", "\"999\"").expect(412);
        office.patch(path, Map.of("familyName", "Ingen")).expect(428);
        var changed = office.patch(path, Map.of("familyName", "Ny-Namn"), "If-Match", tag)
                .expect(200);
        assertThat(changed.json().get("familyName").asText()).isEqualTo("Ny-Namn");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        office.patch(path, Map.of("familyName", "Ingen"), "If-Match", tag).expect(412);
        assertThat(office.get(path).json().get("familyName").asText()).isEqualTo("Ny-Namn");
    }

    @Test
    void aGroupIsChangedOnlyAsTheClientHasSeenIt() {
        var path = "groups/" + office.all("groups").get(0).get("id").asText();
        var tag = office.get(path).expect(200).header("ETag");
        office.patch(path, Map.of("name", "Ingen"), "If-Match", "\"999\"").expect(412);
        office.patch(path, Map.of("name", "Ingen")).expect(428);
        var changed = office.patch(path, Map.of("name", "Riksförbundet Annat"), "If-Match", tag)
                .expect(200);
        assertThat(List.of(
                        changed.json().get("name").asText(),
                        office.get(path).json().get("name").asText()))
                .containsOnly("Riksförbundet Annat");
        office.patch(path, Map.of("name", "Ingen"), "If-Match", tag).expect(412);
    }

    private JsonNode member() {
        return office.get("members?limit=1").expect(200).json().get("items").get(0);
    }

    private long count(String table) {
        return product.books().number("annan", "select count(*) from " + table);
    }
}
